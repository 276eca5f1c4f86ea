package com.example.slackbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.EventsApiTransport;
import com.example.slackbot.runtime.RequestGuard;
import com.example.slackbot.runtime.Transport;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only HTTP brings: requests that anybody may send. */
class EventsApiTest {
    private static final String JSON = "application/json";

    private RunningBot running;
    private Delivery.OverHttp http;

    @BeforeEach
    void start() throws Exception {
        running = RunningBot.start(Transport.Kind.EVENTS_API);
        http = (Delivery.OverHttp) running.delivery;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void signsLikeTheExampleInSlacksDocumentation() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertEquals(
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                RequestGuard.sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618",
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void answersSlacksUrlCheckAsOftenAsItComes() throws Exception {
        String body = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"a challenge\"}";
        Map<String, String> headers = http.signed(Delivery.OverHttp.now(), body);

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = http.post(JSON, body, headers);
            assertEquals(200, answer.statusCode());
            assertEquals("a challenge", answer.body());
        }
    }

    @Test
    void refusesAWrongSignature() throws Exception {
        String body = Payloads.mention("forged").toString();
        Map<String, String> headers = new HashMap<>(http.signed(Delivery.OverHttp.now(), body));
        headers.put(RequestGuard.SIGNATURE, RequestGuard.sign(
                "another-signing-secret", headers.get(RequestGuard.TIMESTAMP), body.getBytes(StandardCharsets.UTF_8)));

        assertEquals(401, http.post(JSON, body, headers).statusCode());
        assertEquals(401, http.post(JSON, body + " ", http.signed(Delivery.OverHttp.now(), body)).statusCode());
        assertNothingHandled();
    }

    @Test
    void refusesMissingAndMalformedHeaders() throws Exception {
        String body = Payloads.mention("unsigned").toString();
        Map<String, String> signed = http.signed(Delivery.OverHttp.now(), body);

        assertEquals(401, http.post(JSON, body, Map.of()).statusCode());
        signed.forEach((name, value) -> assertEquals(401, status(body, Map.of(name, value)), name + " alone"));
        for (String timestamp : List.of("now", "-1", "99999999999999999999", "")) {
            Map<String, String> headers = new HashMap<>(signed);
            headers.put(RequestGuard.TIMESTAMP, timestamp);
            assertEquals(401, status(body, headers), timestamp);
        }
        assertNothingHandled();
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void refusesATimestampMoreThanFiveMinutesOff(long seconds) throws Exception {
        String body = Payloads.mention("out of time").toString();

        assertEquals(401, http.post(JSON, body, http.signed(Delivery.OverHttp.now() + seconds, body)).statusCode());
        assertNothingHandled();
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void acceptsATimestampWithinFiveMinutes(long seconds) throws Exception {
        String body = Payloads.mention("in time").toString();

        assertEquals(200, http.post(JSON, body, http.signed(Delivery.OverHttp.now() + seconds, body)).statusCode());
    }

    @Test
    void handlesAReplayedRequestOnce() throws Exception {
        String body = "payload=" + URLEncoder.encode(
                Payloads.click(Listeners.BUTTON, running.slack.responseUrl()).toString(), StandardCharsets.UTF_8);
        Map<String, String> headers = http.signed(Delivery.OverHttp.now(), body);
        Callable<Integer> post = () -> http.post("application/x-www-form-urlencoded", body, headers).statusCode();

        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> status : senders.invokeAll(List.of(post, post, post, post, post, post, post, post))) {
                assertEquals(200, status.get());
            }
        } finally {
            senders.shutdownNow();
        }
        RunningBot.eventually(() -> !running.slack.callsTo(PretendSlack.RESPONSE_PATH).isEmpty());
        running.bot.close();
        assertEquals(1, running.slack.callsTo(PretendSlack.RESPONSE_PATH).size());
    }

    @Test
    void forgetsARequestThatFailed() throws Exception {
        String body = "payload=" + URLEncoder.encode(
                Payloads.click("nobody_listens", running.slack.responseUrl()).toString(), StandardCharsets.UTF_8);
        Map<String, String> headers = http.signed(Delivery.OverHttp.now(), body);

        assertEquals(404, http.post("application/x-www-form-urlencoded", body, headers).statusCode());
        assertEquals(404, http.post("application/x-www-form-urlencoded", body, headers).statusCode());
    }

    @Test
    void stopsReadingABodyThatIsTooLarge() throws Exception {
        String headers = "POST " + EventsApiTransport.PATH + " HTTP/1.1\r\nHost: bot\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n" + RequestGuard.TIMESTAMP + ": " + Delivery.OverHttp.now() + "\r\n"
                + RequestGuard.SIGNATURE + ": v0=0\r\n\r\n";
        byte[] chunk = new byte[RequestGuard.MAX_BODY_BYTES + 1];

        try (Socket socket = new Socket("127.0.0.1", running.bot.port())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write((headers + Integer.toHexString(2 * chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(chunk);
            out.flush(); // the end never comes: the answer must not wait for it
            InputStream in = socket.getInputStream();
            String statusLine = new String(in.readNBytes("HTTP/1.1 413".length()), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 413", statusLine);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "null", "{", "{}", "{\"type\":\"event_callback\"}"})
    void refusesWhatIsSignedButNoPayload(String body) throws Exception {
        for (String type : List.of(JSON, "application/x-www-form-urlencoded", "text/plain")) {
            assertEquals(4, http.post(type, body).statusCode() / 100, type);
        }
    }

    @Test
    void answersNothingButPosts() throws Exception {
        assertEquals(405, RunningBot.get(running.bot.port(), EventsApiTransport.PATH).statusCode());
    }

    @Test
    void readsTextAsUtf8() throws Exception {
        String body = Payloads.event("""
                {"type":"app_mention","user":"Uñ","text":"hi","ts":"1.1","channel":"C1"}""").toString();

        assertEquals(200, http.post(JSON, body).statusCode());
        RunningBot.eventually(() -> !running.slack.callsTo("chat.postMessage").isEmpty());
        assertTrue(running.slack.callsTo("chat.postMessage").get(0).body().get("text").contains("<@Uñ>"));
    }

    private int status(String body, Map<String, String> headers) {
        try {
            return http.post(JSON, body, headers).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void assertNothingHandled() {
        running.bot.close();
        assertEquals(List.of(), running.slack.callsTo("chat.postMessage"));
    }
}
