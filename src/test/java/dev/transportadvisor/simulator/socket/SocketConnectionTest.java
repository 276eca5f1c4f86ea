package dev.transportadvisor.simulator.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** The life of a socket, from Slack's side. */
class SocketConnectionTest {

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

    /** Of RFC 6455, section 7.4.1: too big to be read. */
    @Test
    void aMessageIsReadUpToOneMebibyte() throws Exception {
        SocketBot bot = bots.connect();
        int around = JsonTree.text(JsonTree.object().put("text", "")).length();
        bot.send(JsonTree.object().put("text", "x".repeat(Limits.ANSWER_BYTES - around)));
        assertEquals(3, bot.ping().remaining(), "it goes on");
        bot.send(JsonTree.object().put("text", "x".repeat(Limits.ANSWER_BYTES - around + 1)));
        assertEquals(1009, bot.awaitClosed());
    }

    @Test
    void greetsANewConnection() throws Exception {
        bots.connect();
        SocketBot second = bots.open(envelope -> JsonTree.object());

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
        try (SlackSimulator busy = SlackSimulator.start(SimulatorSettings.DEFAULT, eager)) {
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
            bots.connect();
        }
        SocketBot eleventh = bots.open(SILENTLY);
        assertEquals("too_many_websockets", eleventh.next().path("reason").asString());
        assertEquals(1000, eleventh.awaitClosed());
        assertEquals(10, slack.connections().size());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WARNING")
    void aDisconnectedConnectionIsToldWhyAndClosed(DisconnectReason reason) throws Exception {
        SocketBot bot = bots.connect();
        slack.connections().get(0).disconnect(reason);
        assertEquals(reason.word(), bot.next().path("reason").asString());
        assertEquals(1000, bot.awaitClosed());
        assertEquals(List.of(), slack.connections());
    }

    @Test
    void aWarnedConnectionGoesOnForTenSeconds() throws Exception {
        SocketBot bot = bots.connect();
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
        try (SlackSimulator fast = SlackSimulator.start(SimulatorSettings.DEFAULT.withTimeScale(100_000), timeline)) {
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
        SocketBot bot = bots.connect();
        slack.connections().get(0).goSilent();
        timeline.advance(Limits.CONNECTION_LIFE);
        assertEquals(Connection.State.SILENT, slack.connections().get(0).state());
        slack.connections().get(0).cut();
        bot.awaitClosed();
        assertEquals(1, bot.received.size(), "nothing but the greeting");
    }

    @Test
    void aHalfOpenConnectionAnswersNothingAndSwallowsWhatItIsGiven() throws Exception {
        SocketBot bot = bots.connect();
        slack.connections().get(0).goSilent();

        Delivery delivery = slack.deliver(Payloads.message("swallowed"));
        bot.sendPing();
        assertEquals(1, delivery.attempts().size());

        SocketBot other = bots.connect();
        timeline.advance(Duration.ofSeconds(3));
        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(BOUND), "the retry takes the new connection");
        other.ping(); // whoever answers pings has answered by now
        assertFalse(bot.pong.isDone());
        assertFalse(bot.closed.isDone());
        assertEquals(1, bot.received.size(), "nothing but the greeting");
    }

    @Test
    void aHalfOpenConnectionThatIsGoneIsNotCountedAsAnotherProcess() throws Exception {
        SocketBot bot = bots.connect();
        slack.connections().get(0).goSilent();
        bot.close();
        Eventually.holds("gone", () -> slack.connections().isEmpty());
        SocketBot other = bots.open(SILENTLY);
        assertEquals(1, other.next().path("num_connections").asInt());
    }

    @Test
    void aCutConnectionIsGoneWithoutAWord() throws Exception {
        SocketBot bot = bots.connect();
        slack.connections().get(0).cut();
        assertEquals(1006, bot.awaitClosed(), "closed abnormally, RFC 6455, section 7.4.1");
    }

    @Test
    void pingsAreAnswered() throws Exception {
        assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), bots.connect().ping());
    }
}
