package com.example.slackbot.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets only requests through that Slack signed within the last five minutes. Everything is checked on the raw bytes,
 * before anything is parsed. Bolt's verifier lets any future timestamp pass, and compares in a time that tells how much
 * of a guess was right.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests from Slack</a>
 */
public final class RequestGuard implements HttpHandler {
    public static final String SIGNATURE = "X-Slack-Signature";
    public static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    public static final int MAX_BODY_BYTES = 1 << 20;
    public static final long MAX_AGE_SECONDS = 5 * 60;

    private static final int UNAUTHORIZED = 401;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONTENT_TOO_LARGE = 413;

    private final String signingSecret;
    private final BooleanSupplier ready;
    private final HttpServer http;
    private final BoltHandler bolt;

    /** @param ready when false, requests get 503; Slack sends events again, while commands and clicks fail at once */
    RequestGuard(String signingSecret, BooleanSupplier ready, HttpServer http, BoltHandler bolt) {
        this.signingSecret = signingSecret;
        this.ready = ready;
        this.http = http;
        this.bolt = bolt;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String timestamp = exchange.getRequestHeaders().getFirst(TIMESTAMP);
        String signature = exchange.getRequestHeaders().getFirst(SIGNATURE);
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            HttpServer.answer(exchange, METHOD_NOT_ALLOWED, "");
        } else if (!ready.getAsBoolean()) {
            HttpServer.answer(exchange, HttpServer.SERVICE_UNAVAILABLE, "");
        } else if (signature == null || !isRecent(timestamp)) {
            HttpServer.answer(exchange, UNAUTHORIZED, "");
        } else {
            // One byte over the limit is enough to know; what Content-Length says may be a lie. Buffered, since the
            // server's own stream may wait for more even when nothing more is asked for.
            byte[] body = new BufferedInputStream(exchange.getRequestBody()).readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                HttpServer.answer(exchange, CONTENT_TOO_LARGE, "");
            } else if (!isSame(signature, sign(signingSecret, timestamp, body))) {
                HttpServer.answer(exchange, UNAUTHORIZED, "");
            } else {
                http.leave(exchange, checked -> bolt.handle(checked, body));
            }
        }
    }

    /**
     * Slack's signature of a request.
     *
     * @param timestamp seconds since 1970, as sent
     * @return {@code v0=} and 64 hexadecimal digits
     */
    public static String sign(String signingSecret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static boolean isRecent(String timestamp) {
        return timestamp != null
                && timestamp.matches("[0-9]{1,12}")
                && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= MAX_AGE_SECONDS;
    }

    /** Takes as long for a near miss as for a wild guess: time must not tell how much was right. */
    private static boolean isSame(String sent, String expected) {
        return MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
