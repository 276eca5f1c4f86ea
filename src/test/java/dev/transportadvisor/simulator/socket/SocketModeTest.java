package dev.transportadvisor.simulator.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What Slack delivers over Socket Mode, with real sockets. */
class SocketModeTest {

    private static final Duration BOUND = Eventually.BOUND;
    private static final Function<ObjectNode, ObjectNode> SILENTLY = envelope -> null;

    private final ManualTimeline timeline = new ManualTimeline();
    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, timeline);
    private final SocketBots bots = new SocketBots(slack);

    @AfterEach
    void close() {
        bots.close();
        slack.close();
    }

    @Test
    void anAcknowledgementSettlesADelivery() throws Exception {
        SocketBot bot = bots.connect();
        Delivery delivery = slack.deliver(Payloads.appMention("hello"));

        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(BOUND));
        ObjectNode envelope = bot.next();
        assertEquals("events_api", envelope.path("type").asString());
        assertFalse(envelope.path("accepts_response_payload").asBoolean());
        assertEquals(0, envelope.path("retry_attempt").asInt());
        assertEquals("app_mention", envelope.at("/payload/event/type").asString());
        assertEquals("", delivery.acknowledgement().orElseThrow().body());
        assertEquals(slack.connections().get(0).id(), delivery.attempts().get(0).via());
        assertEquals(1, slack.connections().get(0).delivered());
    }

    @Test
    void anEnvelopeHasTheEscapesOfSlack() throws Exception {
        SocketBot bot = bots.connect();
        slack.deliver(Payloads.slashCommand("/greet", "grüß dich")).await(BOUND);

        assertEquals("grüß dich", bot.next().at("/payload/text").asString());
        assertTrue(bot.text.contains("\"command\":\"\\/greet\",\"text\":\"gr\\u00fc\\u00df dich\""), bot.text);
    }

    @Test
    void anAcknowledgementMayCarryAPayload() throws Exception {
        SocketBot bot = bots.connect(envelope -> JsonTree.object().set("payload", JsonTree.object().put("text", "hi")));
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", "me"));

        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(BOUND));
        assertEquals("{\"text\":\"hi\"}", delivery.acknowledgement().orElseThrow().body());
        ObjectNode envelope = bot.next();
        assertEquals("/greet", envelope.at("/payload/command").asString());
        assertTrue(envelope.path("accepts_response_payload").asBoolean());
    }

    @Test
    void eachPayloadGoesToOneConnection() throws Exception {
        SocketBot first = bots.connect();
        SocketBot second = bots.connect();
        for (int i = 0; i < 100; i++) {
            slack.deliver(Payloads.message("number " + i)).await(BOUND);
        }
        assertEquals(102, first.received.size() + second.received.size(), "with the two greetings");
        assertTrue(first.received.size() > 1 && second.received.size() > 1, "both take part");
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgainAtOnceThenAfterOneAndFiveMinutes() throws Exception {
        SocketBot bot = bots.connect(SILENTLY);
        Delivery delivery = slack.deliver(Payloads.message("hello"));
        assertEquals(0, bot.next().path("retry_attempt").asInt());

        timeline.advance(Duration.ofSeconds(3));
        ObjectNode second = bot.next();
        assertEquals(1, second.path("retry_attempt").asInt());
        assertEquals("timeout", second.path("retry_reason").asString());

        timeline.advance(Duration.ofSeconds(3 + 60));
        assertEquals(2, bot.next().path("retry_attempt").asInt());
        timeline.advance(Duration.ofSeconds(3 + 5 * 60));
        assertEquals(3, bot.next().path("retry_attempt").asInt());
        assertEquals(Delivery.State.WAITING, delivery.state());
        timeline.advance(Duration.ofSeconds(3));
        assertEquals(Delivery.State.FAILED, delivery.state());
        assertEquals("timeout", delivery.reason());
        assertEquals(4, delivery.attempts().size());
    }

    @Test
    void aLateAcknowledgementIsNotedAndChangesNothing() throws Exception {
        SocketBot bot = bots.connect(SILENTLY);
        Delivery delivery = slack.deliver(Payloads.slashCommand("/slow", ""));
        ObjectNode envelope = bot.next();
        timeline.advance(Duration.ofSeconds(4));
        assertEquals(Delivery.State.FAILED, delivery.state());

        bot.send(JsonTree.object().set("envelope_id", envelope.get("envelope_id")));
        bot.ping();
        assertEquals(Delivery.State.FAILED, delivery.state());
        assertEquals(
                Duration.ofSeconds(4),
                delivery.attempts().get(0).answer().orElseThrow().after());
    }

    @Test
    void anAcknowledgementOverAnotherConnectionCounts() throws Exception {
        SocketBot first = bots.connect(SILENTLY);
        Delivery delivery = slack.deliver(Payloads.message("hello"));
        ObjectNode envelope = first.next();
        SocketBot second = bots.connect(SILENTLY);
        second.send(JsonTree.object().set("envelope_id", envelope.get("envelope_id")));
        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(BOUND));
    }

    @Test
    void withoutAConnectionAnEventWaitsAndACommandFails() throws Exception {
        Delivery command = slack.deliver(Payloads.slashCommand("/lost", ""));
        Delivery event = slack.deliver(Payloads.message("kept"));
        assertEquals(Delivery.State.FAILED, command.state());
        assertEquals("no_connection", command.reason());
        assertEquals(Delivery.State.WAITING, event.state());

        timeline.advance(Duration.ZERO);
        bots.connect();
        timeline.advance(Duration.ofMinutes(1));
        assertEquals(Delivery.State.ACKNOWLEDGED, event.await(BOUND));
        assertEquals(3, event.attempts().size());
    }
}
