package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack's posts to a request URL, with a real server at the other end. */
class EventsApiTest {

    private final ManualTimeline timeline = new ManualTimeline();
    private final SlackSimulator slack = new SlackSimulator(SimulatorSettings.DEFAULT, timeline);
    private final CountDownLatch closing = new CountDownLatch(1);
    private HttpBot bot = new HttpBot(request -> HttpBot.Response.ok(""));

    @AfterEach
    void close() {
        closing.countDown();
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
        assertEquals(Json.text(delivery.payload().body()), request.body());
        assertSigned(request, timeline.now());
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
        assertSigned(request, timeline.now());
    }

    @Test
    void anInteractionIsJsonInAForm() throws Exception {
        slack.useEventsApi(bot.url());
        Delivery delivery = slack.deliver(Payloads.blockAction("approve", "42"));
        delivery.await(Eventually.BOUND);

        String payload = Form.decode(bot.next().body()).get("payload");
        assertEquals(Json.text(delivery.payload().body()), payload);
    }

    @Test
    void theAnswerIsKept() {
        answering(request -> HttpBot.Response.ok("{\"text\":\"hi\"}"));
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
        delivery.await(Eventually.BOUND);
        Answer answer = delivery.acknowledgement().orElseThrow();
        assertEquals(200, answer.status().orElseThrow());
        assertEquals("hi", answer.json().orElseThrow().path("text").asString());
    }

    @Test
    void anEventThatFailsIsSentAgainAtOnceThenAfterOneAndFiveMinutes() throws Exception {
        answering(request -> HttpBot.Response.of(500));
        Delivery delivery = slack.deliver(Payloads.message("hello"));
        assertEquals("", bot.next().header("X-Slack-Retry-Num"));

        for (Duration pause : Limits.RETRY_PAUSES) {
            int made = delivery.attempts().size();
            Eventually.holds("the next try is due", () -> failed(delivery, made) && timeline.hasAlarmIn(pause));
            timeline.advance(pause);
            HttpBot.Request request = bot.next();
            assertEquals("" + made, request.header("X-Slack-Retry-Num"));
            assertEquals("http_error", request.header("X-Slack-Retry-Reason"));
            assertSigned(request, timeline.now());
        }
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals(4, delivery.attempts().size());
    }

    @Test
    void onceAMinuteTheBotIsToldThatEventsAreHeldBack() throws Exception {
        SimulatorSettings capped =
                SimulatorSettings.DEFAULT.withRequestUrl(bot.url()).withEventsPerHour(2);
        try (SlackSimulator busy = new SlackSimulator(capped, timeline)) {
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
            assertSigned(notice, timeline.now());
            timeline.advance(Limits.RATE_LIMITED_NOTICE);
            busy.deliver(Payloads.message("too much"));
            assertEquals("app_rate_limited", type(bot.next()));
            busy.deliveries().forEach(delivery -> delivery.await(Eventually.BOUND));
            assertEquals(4, bot.received.size(), "two events and one notice a minute");
        }
    }

    @Test
    void aBotCanRefuseTheRetries() {
        answering(request -> new HttpBot.Response(500, Map.of("X-Slack-No-Retry", "1"), ""));
        Delivery delivery = slack.deliver(Payloads.message("hello"));
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals(1, delivery.attempts().size());
    }

    @Test
    void whatPeopleDoIsNotSentAgain() {
        answering(request -> HttpBot.Response.of(500));
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals("http_error", delivery.reason());
    }

    @Test
    void aBotHasThreeSeconds() throws Exception {
        answering(request -> {
            await(closing);
            return HttpBot.Response.of(200);
        });
        Delivery delivery = slack.deliver(Payloads.slashCommand("/slow", ""));
        bot.next();
        timeline.advance(Duration.ofSeconds(3).minusMillis(1));
        assertEquals(Delivery.State.WAITING, delivery.state());
        timeline.advance(Duration.ofMillis(1));
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals("http_timeout", delivery.reason());
    }

    @Test
    void aBotHasThreeSecondsInAllHoweverOftenItRedirects() throws Exception {
        answering(request -> {
            if (request.path().equals("/slack/events")) {
                return new HttpBot.Response(302, Map.of("Location", "/slow"), "");
            }
            await(closing);
            return HttpBot.Response.of(200);
        });
        Delivery delivery = slack.deliver(Payloads.slashCommand("/slow", ""));
        bot.next();
        assertEquals("/slow", bot.next().path());
        timeline.advance(Duration.ofSeconds(3));
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals("http_timeout", delivery.reason());
    }

    @Test
    void nobodyListens() throws Exception {
        try (Socket silent = new Socket()) { // has the port, so that nobody else can listen there
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            slack.useEventsApi(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"));
            Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
            assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
            assertEquals("connection_failed", delivery.reason());
        }
    }

    @Test
    void theServerDoesNotSpeakTls() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            slack.useEventsApi(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"));
            Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
            }
            assertEquals("ssl_error", delivery.reason());
        }
    }

    @ParameterizedTest
    @CsvSource({"2, ACKNOWLEDGED, ''", "3, FAILED, too_many_redirects"})
    void followsTwoRedirects(int redirects, Delivery.State state, String reason) {
        answering(request -> {
            int step = request.path().equals("/slack/events") ? 0 : Integer.parseInt(request.path().substring(1));
            return step < redirects
                    ? new HttpBot.Response(302, Map.of("Location", "/" + (step + 1)), "")
                    : HttpBot.Response.of(200);
        });
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
        assertEquals(state, delivery.await(Eventually.BOUND));
        assertEquals(reason, delivery.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "https://example.com/", "file:///etc/passwd", "http://[", ""})
    void followsNoRedirectToAnotherMachine(String location) {
        answering(request -> request.path().equals("/slack/events")
                ? new HttpBot.Response(302, Map.of("Location", location), "")
                : HttpBot.Response.of(200));
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals("unknown_error", delivery.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "https://example.com/", "ftp://localhost/", "localhost:3000", "/path"})
    void sendsNothingToAnotherMachine(String url) {
        assertThrows(IllegalArgumentException.class, () -> slack.useEventsApi(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "challenge=%s", "{\"challenge\":\"%s\"}"})
    void aChallengeMayBeAnsweredInThreeWays(String answer) {
        answering(request -> HttpBot.Response.ok(answer.formatted(
                Json.parseObject(request.body()).orElseThrow().path("challenge").asString())));
        assertEquals(Delivery.State.ACKNOWLEDGED, slack.challenge().await(Eventually.BOUND));
    }

    @Test
    void aChallengeMustBeAnswered() {
        slack.useEventsApi(bot.url());
        Delivery challenge = slack.challenge();
        assertEquals(Delivery.State.FAILED, challenge.await(Eventually.BOUND));
        assertEquals("challenge_failed", challenge.reason());
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
            case WRONG_SIGNATURE -> assertNotEquals(signature(request), request.header("X-Slack-Signature"));
            case OLD_TIMESTAMP -> assertSigned(request, timeline.now().minusSeconds(360));
            case FUTURE_TIMESTAMP -> assertSigned(request, timeline.now().plusSeconds(360));
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

    private void answering(Function<HttpBot.Request, HttpBot.Response> response) {
        bot.close();
        bot = new HttpBot(response);
        slack.useEventsApi(bot.url());
    }

    private static String type(HttpBot.Request request) {
        return Json.parseObject(request.body()).orElseThrow().path("type").asString();
    }

    private static boolean failed(Delivery delivery, int attempts) {
        return delivery.attempts().size() == attempts
                && delivery.attempts().get(attempts - 1).failure().isPresent();
    }

    private static void assertSigned(HttpBot.Request request, Instant at) {
        assertEquals("" + at.getEpochSecond(), request.header("X-Slack-Request-Timestamp"));
        assertEquals(signature(request), request.header("X-Slack-Signature"));
    }

    private static String signature(HttpBot.Request request) {
        long timestamp = Long.parseLong(request.header("X-Slack-Request-Timestamp"));
        return Signature.of(Identity.SIGNING_SECRET, timestamp, request.bytes());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
