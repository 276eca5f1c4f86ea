package com.example.slackbot.feature.privatesystems;

import java.time.Instant;

/**
 * A request that waits for a click.
 *
 * @param step the click that it waits for
 * @param command the words, as they were accepted
 */
public record Pending(Step step, String command, String requester, String team, String channel, Instant until) {
    /** A click. */
    public enum Step { CONFIRMATION, APPROVAL }
}
