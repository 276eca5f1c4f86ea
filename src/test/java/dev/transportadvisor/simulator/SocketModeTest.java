package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Slack's side of Socket Mode, with real sockets. */
class SocketModeTest {

    private static final Duration BOUND = Eventually.BOUND;
    private static final Function<ObjectNode, ObjectNode> SILENTLY = envelope -> null;

    private final ManualTimeline timeline = new ManualTimeline();
    private final SlackSimulator slack = new SlackSimulator(SimulatorSettings.DEFAULT, timeline);
    private final List<SocketBot> bots = new ArrayList<>();

    @AfterEach
    void close() {
        bots.forEach(SocketBot::close);
        slack.close();
    }

    @Test
    void greetsANewConnection() throws Exception {
        connect();
        SocketBot second = open(envelope -> Json.object());

        ObjectNode hello = second.next();
        assertEquals("hello", hello.path("type").asString());
        assertEquals(2, hello.path("num_connections").asInt());
        assertEquals(Identity.APP, hello.at("/connection_info/app_id").asString());
        assertEquals(18_060, hello.at("/debug_info/approximate_connection_time").asInt());
    }

    /** Also when a payload is sent at the very moment at which the connection comes. */
    @Test
    @Timeout(60)
    void theGreetingComesFirst() throws Exception {
        EagerTimeline eager = new EagerTimeline();
        try (SlackSimulator busy = new SlackSimulator(SimulatorSettings.DEFAULT, eager)) {
            eager.onRefresh = () -> busy.deliver(Payloads.message("hello"));
            SocketBot bot = SocketBot.connect(busy);
            bots.add(bot);
            assertEquals("hello", bot.next().path("type").asString());
            assertEquals("events_api", bot.next().path("type").asString());
        }
    }

    @Test
    void aTicketOpensOneConnection() throws Exception {
        String url = SocketBot.url(slack);
        bots.add(SocketBot.connect(url, SILENTLY));
        assertThrows(AssertionError.class, () -> SocketBot.connect(url, SILENTLY));
    }

    @Test
    void theEleventhConnectionIsSentAway() throws Exception {
        for (int i = 0; i < 10; i++) {
            connect();
        }
        SocketBot eleventh = open(SILENTLY);
        assertEquals("too_many_websockets", eleventh.next().path("reason").asString());
        assertEquals(1000, eleventh.awaitClosed());
        assertEquals(10, slack.connections().size());
    }

    @Test
    void anAcknowledgementSettlesADelivery() throws Exception {
        SocketBot bot = connect();
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
    void anAcknowledgementMayCarryAPayload() throws Exception {
        SocketBot bot = connect(envelope -> Json.object().set("payload", Json.object().put("text", "hi")));
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", "me"));

        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(BOUND));
        assertEquals("{\"text\":\"hi\"}", delivery.acknowledgement().orElseThrow().body());
        ObjectNode envelope = bot.next();
        assertEquals("/greet", envelope.at("/payload/command").asString());
        assertTrue(envelope.path("accepts_response_payload").asBoolean());
    }

    @Test
    void eachPayloadGoesToOneConnection() throws Exception {
        SocketBot first = connect();
        SocketBot second = connect();
        for (int i = 0; i < 100; i++) {
            slack.deliver(Payloads.message("number " + i)).await(BOUND);
        }
        assertEquals(102, first.received.size() + second.received.size(), "with the two greetings");
        assertTrue(first.received.size() > 1 && second.received.size() > 1, "both take part");
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgainAtOnceThenAfterOneAndFiveMinutes() throws Exception {
        SocketBot bot = connect(SILENTLY);
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
        SocketBot bot = connect(SILENTLY);
        Delivery delivery = slack.deliver(Payloads.slashCommand("/slow", ""));
        ObjectNode envelope = bot.next();
        timeline.advance(Duration.ofSeconds(4));
        assertEquals(Delivery.State.FAILED, delivery.state());

        bot.send(Json.object().set("envelope_id", envelope.get("envelope_id")));
        bot.ping();
        assertEquals(Delivery.State.FAILED, delivery.state());
        assertEquals(
                Duration.ofSeconds(4),
                delivery.attempts().get(0).answer().orElseThrow().after());
    }

    @Test
    void anAcknowledgementOverAnotherConnectionCounts() throws Exception {
        SocketBot first = connect(SILENTLY);
        Delivery delivery = slack.deliver(Payloads.message("hello"));
        ObjectNode envelope = first.next();
        SocketBot second = connect(SILENTLY);
        second.send(Json.object().set("envelope_id", envelope.get("envelope_id")));
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
        connect();
        timeline.advance(Duration.ofMinutes(1));
        assertEquals(Delivery.State.ACKNOWLEDGED, event.await(BOUND));
        assertEquals(3, event.attempts().size());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WARNING")
    void aDisconnectedConnectionIsToldWhyAndClosed(DisconnectReason reason) throws Exception {
        SocketBot bot = connect();
        slack.connections().get(0).disconnect(reason);
        assertEquals(reason.word(), bot.next().path("reason").asString());
        assertEquals(1000, bot.awaitClosed());
        assertEquals(List.of(), slack.connections());
    }

    @Test
    void aWarnedConnectionGoesOnForTenSeconds() throws Exception {
        SocketBot bot = connect();
        slack.connections().get(0).disconnect(DisconnectReason.WARNING);
        assertEquals("warning", bot.next().path("reason").asString());

        assertEquals(
                Delivery.State.ACKNOWLEDGED,
                slack.deliver(Payloads.message("still")).await(BOUND));
        timeline.advance(Duration.ofSeconds(10));
        assertEquals(1000, bot.awaitClosed());
    }

    @ParameterizedTest
    @CsvSource({"'', 18060", "&debug_reconnects=true, 360", "&debug_reconnects=false, 18060"})
    void aConnectionIsRefreshedAndWarnedTenSecondsAhead(String parameter, int seconds) throws Exception {
        SocketBot bot = SocketBot.connect(SocketBot.url(slack) + parameter, SILENTLY);
        bots.add(bot);
        assertEquals(seconds, bot.next().at("/debug_info/approximate_connection_time").asInt());

        timeline.advance(Duration.ofSeconds(seconds - 10).minusMillis(1));
        assertEquals(Connection.State.OPEN, slack.connections().get(0).state());
        timeline.advance(Duration.ofMillis(1));
        assertEquals("warning", bot.next().path("reason").asString());
        timeline.advance(Duration.ofSeconds(10).minusMillis(1));
        assertEquals(Connection.State.WARNED, slack.connections().get(0).state());
        timeline.advance(Duration.ofMillis(1));
        assertEquals(1000, bot.awaitClosed());
    }

    @Test
    void aBotKeepsUpWithARefreshHoweverFastTimeRuns() throws Exception {
        try (SlackSimulator fast = new SlackSimulator(SimulatorSettings.DEFAULT.withTimeScale(100_000), timeline)) {
            SocketBot bot = SocketBot.connect(fast);
            bots.add(bot);
            bot.next();
            Connection connection = fast.connections().get(0);
            timeline.advance(Duration.ofSeconds(30).minusMillis(1));
            assertEquals(Connection.State.OPEN, connection.state());
            timeline.advance(Duration.ofMillis(1));
            assertEquals("warning", bot.next().path("reason").asString());
            timeline.advance(Duration.ofSeconds(1).minusMillis(1));
            assertEquals(Connection.State.WARNED, connection.state());
            timeline.advance(Duration.ofMillis(1));
            assertEquals(1000, bot.awaitClosed());
        }
    }

    @Test
    void aHalfOpenConnectionIsNotRefreshed() throws Exception {
        SocketBot bot = connect();
        slack.connections().get(0).goSilent();
        timeline.advance(Limits.CONNECTION_LIFE);
        assertEquals(Connection.State.SILENT, slack.connections().get(0).state());
        slack.connections().get(0).cut();
        bot.awaitClosed();
        assertEquals(1, bot.received.size(), "nothing but the greeting");
    }

    @Test
    void aHalfOpenConnectionAnswersNothingAndSwallowsWhatItIsGiven() throws Exception {
        SocketBot bot = connect();
        slack.connections().get(0).goSilent();

        Delivery delivery = slack.deliver(Payloads.message("swallowed"));
        bot.sendPing();
        assertEquals(1, delivery.attempts().size());

        SocketBot other = connect();
        timeline.advance(Duration.ofSeconds(3));
        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(BOUND), "the retry takes the new connection");
        other.ping(); // whoever answers pings has answered by now
        assertFalse(bot.pong.isDone());
        assertFalse(bot.closed.isDone());
        assertEquals(1, bot.received.size(), "nothing but the greeting");
    }

    @Test
    void aCutConnectionIsGoneWithoutAWord() throws Exception {
        SocketBot bot = connect();
        slack.connections().get(0).cut();
        assertEquals(1006, bot.awaitClosed(), "closed abnormally, RFC 6455, section 7.4.1");
    }

    @Test
    void pingsAreAnswered() throws Exception {
        assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), connect().ping());
    }

    private SocketBot connect() throws InterruptedException {
        return connect(envelope -> Json.object());
    }

    /** A bot that has been greeted. */
    private SocketBot connect(Function<ObjectNode, ObjectNode> acknowledgement) throws InterruptedException {
        SocketBot bot = open(acknowledgement);
        assertEquals("hello", bot.next().path("type").asString());
        return bot;
    }

    private SocketBot open(Function<ObjectNode, ObjectNode> acknowledgement) throws InterruptedException {
        SocketBot bot = SocketBot.connect(slack, acknowledgement);
        bots.add(bot);
        return bot;
    }
}
