package dev.transportadvisor.simulator.events;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a post to a request URL, answered or not. */
class EventsApiAnswerTest {

    private final ManualTimeline timeline = new ManualTimeline();
    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, timeline);
    private final CountDownLatch closing = new CountDownLatch(1);
    private HttpBot bot = new HttpBot(request -> HttpBot.Response.ok(""));

    @AfterEach
    void close() {
        closing.countDown();
        slack.close();
        bot.close();
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

    @ParameterizedTest
    @CsvSource({"1048576, ACKNOWLEDGED, ''", "1048577, FAILED, answer_too_large"})
    void anAnswerIsReadUpToOneMebibyte(int length, Delivery.State state, String reason) {
        answering(request -> HttpBot.Response.ok("x".repeat(length)));
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
        assertEquals(state, delivery.await(Eventually.BOUND));
        assertEquals(reason, delivery.reason());
    }

    /** Slack does not look into it. */
    @Test
    void ofAnAnswerToAnEventTheBeginningIsKept() {
        answering(request -> HttpBot.Response.ok("x".repeat(Limits.ANSWER_BYTES)));
        Delivery delivery = slack.deliver(Payloads.message("hello"));
        delivery.await(Eventually.BOUND);
        assertEquals(10_000, delivery.acknowledgement().orElseThrow().body().length());
    }

    @Test
    void anEndlessAnswerIsGivenUpAtItsConnection() throws Exception {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            slack.useEventsApi(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
            Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
            try (Socket socket = server.accept()) {
                OutputStream out = socket.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThrows(SocketException.class, () -> {
                    while (true) {
                        out.write(chunk);
                    }
                });
            }
            assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
            assertEquals("answer_too_large", delivery.reason());
        }
    }

    /** Slack has no word for it. */
    @Test
    void aRetryAfterAnAnswerThatIsTooLargeSaysThatItIsUnknownWhy() throws Exception {
        answering(request -> HttpBot.Response.ok("x".repeat(Limits.ANSWER_BYTES + 1)));
        slack.deliver(Payloads.message("hello"));
        bot.next();
        Eventually.holds("the next try is due", () -> timeline.hasAlarmIn(Duration.ZERO));
        timeline.advance(Duration.ZERO);
        assertEquals("unknown_error", bot.next().header("X-Slack-Retry-Reason"));
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
            request.assertSigned(timeline.now());
        }
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals(4, delivery.attempts().size());
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
    void aPostThatIsTooLateIsGivenUpAtItsConnection() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout((int) Eventually.BOUND.toMillis());
            slack.useEventsApi(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
            Delivery delivery = slack.deliver(Payloads.slashCommand("/slow", ""));
            try (Socket socket = server.accept()) {
                socket.setSoTimeout((int) Eventually.BOUND.toMillis());
                assertEquals('P', socket.getInputStream().read(), "the first letter of POST");
                timeline.advance(Duration.ofSeconds(3));
                assertDoesNotThrow(socket.getInputStream()::readAllBytes, "which end with the connection");
            }
            assertEquals("http_timeout", delivery.reason());
        }
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

    /** Who keeps it for longer than the bot would now and then post into one that the bot has just closed. */
    @Test
    void anIdleConnectionIsClosed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            slack.useEventsApi(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
            Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
            try (Socket socket = server.accept()) {
                socket.setSoTimeout((int) Eventually.BOUND.toMillis());
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(Eventually.BOUND));
                assertDoesNotThrow(socket.getInputStream()::readAllBytes, "which end with the connection");
            }
        }
    }

    @Test
    void theConnectionEndsWithoutAnAnswer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            slack.useEventsApi(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
            Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
            server.accept().close();
            assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
            assertEquals("unknown_error", delivery.reason());
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
    @CsvSource({
        "http://192.0.2.1/, redirected_elsewhere",
        "https://example.com/, redirected_elsewhere",
        "file:///etc/passwd, redirected_elsewhere",
        "http://[, redirected_nowhere",
        "'', redirected_nowhere",
    })
    void followsNoRedirectToAnotherMachine(String location, String reason) {
        answering(request -> request.path().equals("/slack/events")
                ? new HttpBot.Response(302, Map.of("Location", location), "")
                : HttpBot.Response.of(200));
        Delivery delivery = slack.deliver(Payloads.slashCommand("/greet", ""));
        assertEquals(Delivery.State.FAILED, delivery.await(Eventually.BOUND));
        assertEquals(reason, delivery.reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain; charset=utf-8         | %s",
                "application/x-www-form-urlencoded | challenge=%s",
                "application/json                  | {\"challenge\":\"%s\"}"
            })
    void aChallengeMayBeAnsweredInThreeWays(String type, String answer) {
        answeringChallenge(Map.of("Content-Type", type), answer);
        assertEquals(Delivery.State.ACKNOWLEDGED, slack.challenge().await(Eventually.BOUND));
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/json", "application/x-www-form-urlencoded"})
    void aChallengeMustBeCalledWhatItIs(String type) {
        answeringChallenge(Map.of("Content-Type", type), "%s");
        assertEquals(Delivery.State.FAILED, slack.challenge().await(Eventually.BOUND));
    }

    @Test
    void aChallengeWithoutAContentTypeIsNoAnswer() {
        answeringChallenge(Map.of(), "%s");
        Delivery challenge = slack.challenge();
        assertEquals(Delivery.State.FAILED, challenge.await(Eventually.BOUND));
        assertEquals("challenge_type", challenge.reason());
    }

    private void answeringChallenge(Map<String, String> headers, String answer) {
        answering(request -> new HttpBot.Response(
                200,
                headers,
                answer.formatted(JsonTree.parseObject(request.body()).orElseThrow().path("challenge").asString())));
    }

    @Test
    void aChallengeMustBeAnswered() {
        slack.useEventsApi(bot.url());
        Delivery challenge = slack.challenge();
        assertEquals(Delivery.State.FAILED, challenge.await(Eventually.BOUND));
        assertEquals("challenge_failed", challenge.reason());
    }

    private void answering(Function<HttpBot.Request, HttpBot.Response> response) {
        bot.close();
        bot = new HttpBot(response);
        slack.useEventsApi(bot.url());
    }

    private static boolean failed(Delivery delivery, int attempts) {
        return delivery.attempts().size() == attempts
                && delivery.attempts().get(attempts - 1).failure().isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
