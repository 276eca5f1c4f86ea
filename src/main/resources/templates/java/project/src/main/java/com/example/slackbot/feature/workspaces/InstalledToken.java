package com.example.slackbot.feature.workspaces;

import com.google.gson.Gson;
import java.time.Duration;
import java.time.Instant;

/**
 * A token of Slack's.
 *
 * @param botUser the id of the bot's user; null for a person's token
 * @param refresh what it is exchanged for a new one with; null when it does not expire
 * @param expires null when it does not expire
 * @param installed when somebody has said yes to it
 */
record InstalledToken(String access, String refresh, String botUser, Instant expires, Instant installed) {

    /** The owner of the bot's own token; any other is the id of a person. */
    static final String BOT = "bot";

    /** A token is good for 12 hours: docs.slack.dev/authentication/using-token-rotation. Bolt begins as early. */
    private static final Duration LEAD = Duration.ofHours(2);

    /** What nobody may read. */
    private record Secret(String access, String refresh) {}

    /** Whether it is time for a new one. */
    boolean isDue(Instant now) {
        return expires != null && now.plus(LEAD).isAfter(expires);
    }

    boolean isGood(Instant now) {
        return expires == null || now.isBefore(expires);
    }

    /** The same installation's next token. */
    InstalledToken next(InstalledToken fresh) {
        return new InstalledToken(fresh.access, fresh.refresh, botUser, fresh.expires, installed);
    }

    String secret() {
        return new Gson().toJson(new Secret(access, refresh));
    }

    static InstalledToken of(String secret, String botUser, Instant expires, Instant installed) {
        Secret read = new Gson().fromJson(secret, Secret.class);
        return new InstalledToken(read.access(), read.refresh(), botUser, expires, installed);
    }

    /** Leaves the secrets out, so that no log line can show them. */
    @Override
    public String toString() {
        return "InstalledToken[expires=" + expires + ", installed=" + installed + "]";
    }
}
