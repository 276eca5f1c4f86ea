package com.example.slackbot.feature.privatesystems;

import java.time.Instant;

/**
 * A request that waits for a click.
 *
 * @param step the click that it waits for
 * @param command the words, as they were accepted
 * @param pin of what was offered
 */
public record Pending(
        Step step, String command, String pin, String requester, String team, String channel, Instant until) {
    /** A click. */
    public enum Step { CONFIRMATION, APPROVAL }
}
