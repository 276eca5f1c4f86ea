package com.example.slackbot.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Remembers deliveries for an hour, and at most 100,000: Slack delivers up to 30,000 an hour to a workspace. */
public final class InMemorySeenDeliveries implements SeenDeliveries {
    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(100_000).build();

    @Override
    public boolean mark(String id) {
        return seen.asMap().putIfAbsent(id, true) == null;
    }

    @Override
    public void forget(String id) {
        seen.invalidate(id);
    }
}
