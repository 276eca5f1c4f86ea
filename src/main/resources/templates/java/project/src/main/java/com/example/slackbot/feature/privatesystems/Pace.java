package com.example.slackbot.feature.privatesystems;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much one person may ask: nobody keeps the systems, or the audit channel, busy alone. Whether they may do
 * anything does not matter, since a denial takes work, too.
 */
final class Pace {
    /** Words and clicks of one person in a minute that begins with the first of them. */
    static final int MOST = 20;

    private final Cache<String, AtomicInteger> asked =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    boolean allows(Asker asker) {
        return asked.get(asker.team() + " " + asker.user(), person -> new AtomicInteger()).incrementAndGet() <= MOST;
    }
}
