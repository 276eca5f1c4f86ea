package com.example.slackbot.feature.privatesystems;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** For one process. After a restart nothing waits: people ask again. */
public final class InMemoryPendingRequests implements PendingRequests {
    private final Cache<String, Pending> requests =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

    @Override
    public String add(Pending request) {
        String id = UUID.randomUUID().toString(); // 122 bits from a SecureRandom
        requests.put(id, request);
        return id;
    }

    @Override
    public Optional<Pending> find(String id) {
        return Optional.ofNullable(requests.getIfPresent(id));
    }

    @Override
    public Optional<Pending> take(String id) {
        return Optional.ofNullable(requests.asMap().remove(id));
    }
}
