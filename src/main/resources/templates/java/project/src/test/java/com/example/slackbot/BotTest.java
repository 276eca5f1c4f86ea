package com.example.slackbot;

import static com.example.slackbot.RunningBot.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Transport;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person in Slack sees, the same over both transports. */
@ParameterizedClass
@EnumSource
class BotTest {
    @Parameter
    Transport.Kind transport;

    private RunningBot running;

    @BeforeEach
    void start() throws Exception {
        running = RunningBot.start(transport);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void repliesToAMentionInItsThread() throws Exception {
        assertTrue(running.delivery.event(Payloads.mention("hi")).acknowledged());

        Map<String, String> reply = onlyReply();
        assertEquals("C1", reply.get("channel"));
        assertEquals("1.1", reply.get("thread_ts"));
        assertTrue(reply.get("text").contains("<@U1>"), reply.get("text"));
    }

    @Test
    void staysInAThreadThatExists() throws Exception {
        running.delivery.event(Payloads.event("""
                {"type":"app_mention","user":"U1","text":"hi","ts":"1.2","thread_ts":"0.9","channel":"C1"}"""));

        assertEquals("0.9", onlyReply().get("thread_ts"));
    }

    @Test
    void handlesAnEventOnce() throws Exception {
        JsonObject mention = Payloads.mention("once, please");

        assertTrue(running.delivery.event(mention).acknowledged());
        assertTrue(running.delivery.event(mention).acknowledged());

        eventually(() -> !replies().isEmpty());
        running.bot.close(); // which ends what is at work
        assertEquals(1, replies().size());
    }

    @Test
    void answersTheCommandWithAButton() throws Exception {
        Delivery.Answer answer = running.delivery.command(Payloads.command(running.slack.responseUrl()));

        assertTrue(answer.acknowledged());
        assertTrue(answer.body().get("text").getAsString().contains("<@U1>"));
        JsonArray blocks = answer.body().getAsJsonArray("blocks");
        JsonObject button = blocks.get(1).getAsJsonObject().getAsJsonArray("elements").get(0).getAsJsonObject();
        assertEquals(Listeners.BUTTON, button.get("action_id").getAsString());
    }

    @Test
    void theButtonUpdatesItsMessage() throws Exception {
        assertTrue(running.delivery
                .interaction(Payloads.click(Listeners.BUTTON, running.slack.responseUrl()))
                .acknowledged());

        eventually(() -> !running.slack.callsTo(PretendSlack.RESPONSE_PATH).isEmpty());
        Map<String, String> update = running.slack.callsTo(PretendSlack.RESPONSE_PATH).get(0).body();
        assertEquals("true", update.get("replace_original"));
        assertTrue(update.get("text").contains("U1"), update.get("text"));
    }

    @Test
    void acknowledgesWhatItDoesNotListenTo() throws Exception {
        assertTrue(running.delivery.event(Payloads.event("""
                {"type":"reaction_added","user":"U1","reaction":"wave"}""")).acknowledged());
        assertTrue(running.delivery.event(Payloads.event("""
                {"type":"an_event_of_the_future"}""")).acknowledged());
        assertTrue(running.delivery.event(Payloads.event("""
                {"type":"message","subtype":"message_changed","channel":"C1","ts":"1.1"}""")).acknowledged());
        assertEquals(List.of(), replies());
    }

    @Test
    void acknowledgesBeforeTheWorkIsDone() throws Exception {
        running.slack.repliesAllowed.drainPermits();

        assertTrue(running.delivery.event(Payloads.mention("take your time")).acknowledged());
        assertEquals(List.of(), replies());

        running.slack.repliesAllowed.release();
        assertEquals("C1", onlyReply().get("channel"));
    }

    @Test
    void keepsHandlingAfterAReplyFailed() throws Exception {
        running.slack.refuse("chat.postMessage", "channel_not_found");

        assertTrue(running.delivery.event(Payloads.mention("into the void")).acknowledged());
        assertTrue(running.delivery.event(Payloads.event("""
                {"type":"app_mention","user":"U1","text":"and again","ts":"1.2","channel":"C1"}""")).acknowledged());

        eventually(() -> replies().stream().anyMatch(reply -> "1.2".equals(reply.body().get("thread_ts"))));
    }

    @Test
    void repeatsACallThatCameTooFast() throws Exception {
        running.slack.limitOnce("chat.postMessage");

        assertTrue(running.delivery.event(Payloads.mention("slowly")).acknowledged());

        eventually(() -> replies().size() == 2);
        assertEquals(replies().get(0).body(), replies().get(1).body());
    }

    @Test
    void reportsItsHealth() throws Exception {
        assertEquals(200, RunningBot.get(running.bot.port(), "/livez").statusCode());
        assertTrue(running.readiness().get("ready").getAsBoolean());
        assertEquals(transport.toString(), running.readiness().get("transport").getAsString());
        assertEquals(1, running.slack.callsTo("auth.test").size());
    }

    private List<PretendSlack.Call> replies() {
        return running.slack.callsTo("chat.postMessage");
    }

    private Map<String, String> onlyReply() throws Exception {
        eventually(() -> !replies().isEmpty());
        assertEquals(1, replies().size());
        return replies().get(0).body();
    }
}
