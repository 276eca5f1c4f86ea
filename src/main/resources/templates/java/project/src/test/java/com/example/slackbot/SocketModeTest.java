package com.example.slackbot;

import static com.example.slackbot.RunningBot.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Transport;
import com.google.gson.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a socket brings: it comes and goes. */
class SocketModeTest {
    private RunningBot running;

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void isReadyOnceSlackSaidHello() throws Exception {
        PretendSlack slack = new PretendSlack();
        slack.socket.saysHello = false;
        running = RunningBot.startUnready(slack, Transport.Kind.SOCKET_MODE);

        eventually(() -> slack.socket.connectionsOpened.get() == 1);
        assertEquals(503, RunningBot.readyz(running.bot.port()).statusCode());
        assertEquals("not connected", running.readiness().get("socket").getAsString());
        assertEquals(200, RunningBot.get(running.bot.port(), "/livez").statusCode());

        slack.socket.sayHello(2);
        eventually(() -> RunningBot.readyz(running.bot.port()).statusCode() == 200);
        assertEquals(2, running.readiness().get("num_connections").getAsInt());
    }

    @Test
    void triesAgainWhenTheFirstConnectionFails() throws Exception {
        PretendSlack slack = new PretendSlack();
        slack.breakOnce("auth.test");
        slack.breakOnce("apps.connections.open");

        running = RunningBot.startUnready(slack, Transport.Kind.SOCKET_MODE);

        eventually(() -> RunningBot.readyz(running.bot.port()).statusCode() == 200);
        assertTrue(running.delivery.event(Payloads.mention("at last")).acknowledged());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "team_added_to_org"
    })
    @Execution(ExecutionMode.CONCURRENT)
    void triesAgainWhenSlackIsInTrouble(String error) throws Exception {
        becomesReadyAfter(PretendSlack.refusal(error));
    }

    @ParameterizedTest
    @ValueSource(strings = {PretendSlack.PROXY_PAGE, "{\"ok\":tr", "[]", ""})
    @Execution(ExecutionMode.CONCURRENT)
    void triesAgainWhenTheAnswerIsNotSlacks(String body) throws Exception {
        becomesReadyAfter(body);
    }

    /** Slack limits the calls, and Bolt's own start makes two. */
    @Test
    void asksForOneConnection() throws Exception {
        running = RunningBot.start(Transport.Kind.SOCKET_MODE);

        assertEquals(1, running.slack.callsTo("apps.connections.open").size());
        assertEquals(1, running.slack.socket.connectionsOpened.get());
    }

    @Test
    void takesNoHttpRequests() throws Exception {
        running = RunningBot.start(Transport.Kind.SOCKET_MODE);
        Delivery.OverHttp http = new Delivery.OverHttp(running.bot.port(), RunningBot.SIGNING_SECRET);

        assertFalse(http.event(Payloads.mention("hi")).acknowledged());
    }

    @Test
    void losesNothingWhenSlackAsksItToReconnect() throws Exception {
        running = RunningBot.start(Transport.Kind.SOCKET_MODE);

        assertTrue(running.delivery.event(Payloads.mention("before")).acknowledged());
        running.slack.socket.askToReconnect();
        sendUntilAcknowledged(Payloads.event("""
                {"type":"app_mention","user":"U2","text":"during","ts":"2.2","channel":"C2"}"""));
        eventually(() -> running.slack.socket.connectionsOpened.get() == 2);
        eventually(() -> RunningBot.readyz(running.bot.port()).statusCode() == 200);
        assertTrue(running.delivery.event(Payloads.event("""
                {"type":"app_mention","user":"U3","text":"after","ts":"3.3","channel":"C3"}""")).acknowledged());

        eventually(() -> running.slack.callsTo("chat.postMessage").size() == 3);
        assertEquals("C1 C2 C3", running.slack.callsTo("chat.postMessage").stream()
                .map(call -> call.body().get("channel")).sorted().collect(Collectors.joining(" ")));
    }

    @Test
    void isNotReadyWhileTheSocketIsLostAndComesBack() throws Exception {
        running = RunningBot.start(Transport.Kind.SOCKET_MODE);
        // At first Slack gives no new connection. Bolt's own session monitor would end at that.
        running.slack.refuse("apps.connections.open", "internal_error");

        running.slack.socket.drop();
        eventually(() -> RunningBot.readyz(running.bot.port()).statusCode() == 503);
        int refused = running.slack.callsTo("apps.connections.open").size();
        eventually(() -> running.slack.callsTo("apps.connections.open").size() > refused);
        assertFalse(running.readiness().get("ready").getAsBoolean());

        running.slack.allowConnections();
        eventually(() -> RunningBot.readyz(running.bot.port()).statusCode() == 200);
        assertTrue(running.delivery.event(Payloads.mention("back again")).acknowledged());
    }

    /** Of apps.connections.open, too, Slack allows few. */
    @Test
    void asksLessAndLessOftenWhileItIsTurnedAway() throws Exception {
        running = RunningBot.start(Transport.Kind.SOCKET_MODE);
        running.slack.socket.turnsAway = true;
        running.slack.socket.askToReconnect();

        TimeUnit.SECONDS.sleep(4); // tries at once, after 1 s and after 3 s
        int tries = running.slack.callsTo("apps.connections.open").size() - 1;
        assertTrue(tries >= 2 && tries <= 3, () -> tries + " tries");

        running.slack.socket.turnsAway = false;
        eventually(() -> RunningBot.readyz(running.bot.port()).statusCode() == 200);
        assertTrue(running.delivery.event(Payloads.mention("in again")).acknowledged());
    }

    /** Each of the two calls of the start gets this body first. */
    private void becomesReadyAfter(String body) throws Exception {
        PretendSlack slack = new PretendSlack();
        slack.answerOnce("auth.test", body);
        slack.answerOnce("apps.connections.open", body);

        running = RunningBot.startUnready(slack, Transport.Kind.SOCKET_MODE);

        eventually(() -> RunningBot.readyz(running.bot.port()).statusCode() == 200);
        assertTrue(running.delivery.event(Payloads.mention("at last")).acknowledged());
    }

    /** Slack sends an event again until it is acknowledged. */
    private void sendUntilAcknowledged(JsonObject event) throws Exception {
        eventually(() -> Delivery.OverSocket.await(running.slack.socket.send("events_api", event), 300)
                .acknowledged());
    }
}
