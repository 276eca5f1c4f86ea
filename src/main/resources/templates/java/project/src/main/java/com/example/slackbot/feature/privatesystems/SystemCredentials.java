package com.example.slackbot.feature.privatesystems;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a system knows the bot by. No text of it shows a secret. */
public final class SystemCredentials {
    public static final SystemCredentials NONE = new SystemCredentials(null, List.of());

    private final String header;
    private final List<String> secrets;

    private SystemCredentials(String header, List<String> secrets) {
        this.header = header;
        this.secrets = secrets;
    }

    public static SystemCredentials bearer(String token) {
        return new SystemCredentials("Bearer " + token, List.of(token));
    }

    public static SystemCredentials basic(String user, String password) {
        String encoded = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new SystemCredentials("Basic " + encoded, List.of(encoded, password));
    }

    /** The value of the header Authorization, or null. */
    String header() {
        return header;
    }

    /** A text that may hold them, since systems send back what they were sent. */
    String hiddenIn(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "...");
        }
        return hidden;
    }

    @Override
    public String toString() {
        return "SystemCredentials[...]";
    }
}
