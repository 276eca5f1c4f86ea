package com.example.slackbot.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * What Slack has delivered to this process: for an hour, and at most 100,000, as Slack delivers up to 30,000 an hour to
 * a workspace.
 */
public final class SeenDeliveries {
    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(100_000).build();

    /** Marks a delivery in one atomic step and tells whether it is new. */
    boolean mark(String id) {
        return seen.asMap().putIfAbsent(id, true) == null;
    }

    /** Forgets a delivery that could not be handled, so that the next try counts as new. */
    void forget(String id) {
        seen.invalidate(id);
    }
}
