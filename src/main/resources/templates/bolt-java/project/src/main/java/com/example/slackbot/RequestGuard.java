package com.example.slackbot;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets only requests through that Slack signed within the last five minutes. Everything is checked on the raw bytes,
 * before anything is parsed.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests from Slack</a>
 */
final class RequestGuard extends Handler.Abstract {
    static final String SIGNATURE = "X-Slack-Signature";
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    static final int MAX_BODY_BYTES = 1 << 20;
    static final long MAX_AGE_SECONDS = 5 * 60;

    private final String signingSecret;
    private final BooleanSupplier ready;
    private final BoltHandler bolt;

    /** @param ready when false, requests get 503; Slack sends events again, while commands and clicks fail at once */
    RequestGuard(String signingSecret, BooleanSupplier ready, BoltHandler bolt) {
        this.signingSecret = signingSecret;
        this.ready = ready;
        this.bolt = bolt;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String timestamp = request.getHeaders().get(TIMESTAMP);
        String signature = request.getHeaders().get(SIGNATURE);
        if (!ready.getAsBoolean()) {
            refuse(response, HttpStatus.SERVICE_UNAVAILABLE_503, callback);
        } else if (signature == null || !isRecent(timestamp)) {
            refuse(response, HttpStatus.UNAUTHORIZED_401, callback);
        } else {
            // One byte over the limit is enough to know; what Content-Length says may be a lie.
            // Buffered, since Jetty's own stream waits for more even when nothing more is asked for.
            InputStream content = new BufferedInputStream(Content.Source.asInputStream(request));
            byte[] body = content.readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                refuse(response, HttpStatus.PAYLOAD_TOO_LARGE_413, callback);
            } else if (!isSame(signature, sign(signingSecret, timestamp, body))) {
                refuse(response, HttpStatus.UNAUTHORIZED_401, callback);
            } else {
                bolt.handle(request, body, response, callback);
            }
        }
        return true;
    }

    private static void refuse(Response response, int status, Callback callback) {
        response.setStatus(status);
        callback.succeeded();
    }

    /**
     * Slack's signature of a request.
     *
     * @param timestamp seconds since 1970, as sent
     * @return {@code v0=} and 64 hexadecimal digits
     */
    static String sign(String signingSecret, String timestamp, byte[] body) {
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
