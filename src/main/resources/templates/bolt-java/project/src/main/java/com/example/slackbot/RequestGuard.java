package com.example.slackbot;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
 * before anything is parsed.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests from Slack</a>
 */
final class RequestGuard implements Filter {
    static final String SIGNATURE = "X-Slack-Signature";
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    static final int MAX_BODY_BYTES = 1 << 20;
    static final long MAX_AGE_SECONDS = 5 * 60;

    private final String signingSecret;
    private final BooleanSupplier ready;

    /** @param ready when false, requests get 503; Slack sends events again, while commands and clicks fail at once */
    RequestGuard(String signingSecret, BooleanSupplier ready) {
        this.signingSecret = signingSecret;
        this.ready = ready;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest incoming = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String timestamp = incoming.getHeader(TIMESTAMP);
        String signature = incoming.getHeader(SIGNATURE);
        if (!ready.getAsBoolean()) {
            answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (signature == null || !isRecent(timestamp)) {
            answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            // One byte over the limit is enough to know; what Content-Length says may be a lie.
            byte[] body = incoming.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                answer.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else if (!isSame(signature, sign(signingSecret, timestamp, body))) {
                answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                chain.doFilter(new BufferedRequest(incoming, body), response);
            }
        }
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
