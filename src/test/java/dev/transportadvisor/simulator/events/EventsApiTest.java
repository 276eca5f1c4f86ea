package dev.transportadvisor.simulator.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack posts to a request URL, with a real server at the other end. */
class EventsApiTest {

    private final ManualTimeline timeline = new ManualTimeline();
    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, timeline);
    private final HttpBot bot = new HttpBot(request -> HttpBot.Response.ok(""));

    @AfterEach
    void close() {
        slack.close();
        bot.close();
    }

    @Test
    void anEventIsSignedJson() throws Exception {
        slack.useEventsApi(bot.url());
        Delivery delivery = slack.deliver(Payloads.appMention("grüß dich"));
        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(Eventually.BOUND));

        HttpBot.Request request = bot.next();
        assertEquals("application/json", request.header("Content-Type"));
        assertEquals(JsonTree.asSlackWrites(delivery.payload().body()), request.body());
        request.assertSigned(timeline.now());
        assertEquals("", request.header("X-Slack-Retry-Num"));
    }

    @Test
    void aCommandIsAForm() throws Exception {
        slack.useEventsApi(bot.url());
        slack.deliver(Payloads.slashCommand("/greet", "a & b")).await(Eventually.BOUND);

        HttpBot.Request request = bot.next();
        Map<String, String> form = Form.decode(request.body());
        assertEquals("application/x-www-form-urlencoded", request.header("Content-Type"));
        assertEquals("/greet", form.get("command"));
        assertEquals("a & b", form.get("text"));
        request.assertSigned(timeline.now());
    }

    @Test
    void anInteractionIsJsonInAForm() throws Exception {
        slack.useEventsApi(bot.url());
        Delivery delivery = slack.deliver(Payloads.blockAction("approve", "42"));
        delivery.await(Eventually.BOUND);

        String payload = Form.decode(bot.next().body()).get("payload");
        assertEquals(JsonTree.asSlackWrites(delivery.payload().body()), payload);
    }

    @Test
    void onceAMinuteTheBotIsToldThatEventsAreHeldBack() throws Exception {
        SimulatorSettings capped =
                SimulatorSettings.DEFAULT.withRequestUrl(bot.url()).withEventsPerHour(2);
        try (SlackSimulator busy = SlackSimulator.start(capped, timeline)) {
            for (int i = 0; i < 2; i++) {
                Delivery sent = busy.deliver(Payloads.message("hello"));
                assertEquals(Delivery.State.ACKNOWLEDGED, sent.await(Eventually.BOUND));
                assertEquals("event_callback", type(bot.next()));
            }
            Delivery heldBack = busy.deliver(Payloads.message("too much"));
            busy.deliver(Payloads.message("too much"));
            assertEquals(Delivery.State.WITHHELD, heldBack.state());
            assertEquals("More than 2 events within an hour: Slack holds the rest back.", heldBack.reason());

            HttpBot.Request notice = bot.next();
            assertEquals("app_rate_limited", type(notice));
            notice.assertSigned(timeline.now());
            timeline.advance(Limits.RATE_LIMITED_NOTICE);
            busy.deliver(Payloads.message("too much"));
            assertEquals("app_rate_limited", type(bot.next()));
            busy.deliveries().forEach(delivery -> delivery.await(Eventually.BOUND));
            assertEquals(4, bot.received.size(), "two events and one notice a minute");
        }
    }

    @Test
    void eventsAreSwitchedOffOnceAThousandHaveFailed() throws Exception {
        slack.useEventsApi(URI.create("http://127.0.0.1:9/nobody-listens"));
        for (int i = 0; i < Limits.EXEMPT_BELOW; i++) {
            slack.deliver(Payloads.message("hello"));
        }
        Eventually.holds("switched off", () -> !slack.eventsEnabled());
        assertEquals(Delivery.State.WITHHELD, slack.deliver(Payloads.message("hello")).state());

        slack.enableEvents();
        assertEquals(Delivery.State.WAITING, slack.deliver(Payloads.message("hello")).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "https://example.com/", "ftp://localhost/", "localhost:3000", "/path"})
    void sendsNothingToAnotherMachine(String url) {
        assertThrows(IllegalArgumentException.class, () -> slack.useEventsApi(URI.create(url)));
    }

    @Test
    void aCertificateIsChecked() throws Exception {
        slack.useEventsApi(bot.url());
        assertEquals(Delivery.State.ACKNOWLEDGED, slack.sslCheck().await(Eventually.BOUND));
        assertEquals("1", Form.decode(bot.next().body()).get("ssl_check"));
    }

    @ParameterizedTest
    @EnumSource
    void aForgeryIsWrongInOneWay(Forgery forgery) throws Exception {
        slack.useEventsApi(bot.url());
        slack.forge(Payloads.message("forged"), forgery).await(Eventually.BOUND);

        HttpBot.Request request = bot.next();
        long shift = Long.parseLong(request.header("X-Slack-Request-Timestamp")) - timeline.now().getEpochSecond();
        switch (forgery) {
            case NO_SIGNATURE -> assertEquals("", request.header("X-Slack-Signature"));
            case WRONG_SIGNATURE -> assertNotEquals(request.rightSignature(), request.header("X-Slack-Signature"));
            case OLD_TIMESTAMP -> request.assertSigned(timeline.now().minusSeconds(360));
            case FUTURE_TIMESTAMP -> request.assertSigned(timeline.now().plusSeconds(360));
        }
        assertEquals(forgery.shift().toSeconds(), shift);
    }

    @Test
    void aReplayIsTheSameRequestByteForByte() throws Exception {
        slack.useEventsApi(bot.url());
        Delivery first = slack.deliver(Payloads.message("hello"));
        first.await(Eventually.BOUND);
        timeline.advance(Duration.ofMinutes(1));
        slack.replay(first).await(Eventually.BOUND);

        HttpBot.Request original = bot.next();
        HttpBot.Request replay = bot.next();
        assertArrayEquals(original.bytes(), replay.bytes());
        assertEquals(original.header("X-Slack-Signature"), replay.header("X-Slack-Signature"));
        assertEquals(original.header("X-Slack-Request-Timestamp"), replay.header("X-Slack-Request-Timestamp"));
    }

    @Test
    void aRepeatedEventSaysThatItIsARetry() throws Exception {
        slack.useEventsApi(bot.url());
        Delivery first = slack.deliver(Payloads.message("hello"));
        first.await(Eventually.BOUND);
        slack.repeat(first).await(Eventually.BOUND);

        String original = bot.next().body();
        HttpBot.Request repeat = bot.next();
        assertEquals(original, repeat.body());
        assertEquals("1", repeat.header("X-Slack-Retry-Num"));
        assertEquals("http_timeout", repeat.header("X-Slack-Retry-Reason"));
    }

    @Test
    void socketModeSignsNothing() {
        assertThrows(IllegalStateException.class, () -> slack.forge(Payloads.message("x"), Forgery.WRONG_SIGNATURE));
        assertThrows(IllegalStateException.class, slack::challenge);
        slack.useEventsApi(bot.url());
        slack.useSocketMode();
        assertThrows(IllegalStateException.class, slack::sslCheck);
    }

    private static String type(HttpBot.Request request) {
        return JsonTree.parseObject(request.body()).orElseThrow().path("type").asString();
    }
}
