package dev.transportadvisor.simulator.time;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Numbers what changes, so that somebody who looks on can ask for what is new and wait for it. While nobody waits, a
 * change costs no more than its number. Safe for use by many threads.
 */
public final class Changes {

    private final AtomicLong last = new AtomicLong();
    private final AtomicReference<CompletableFuture<Void>> next = new AtomicReference<>();

    /** The number of a change that is made now; to be called under the lock that guards what changes. */
    public long happened() {
        long number = last.incrementAndGet();
        if (next.get() != null) {
            Optional.ofNullable(next.getAndSet(null)).ifPresent(waiting -> waiting.completeAsync(() -> null));
        }
        return number;
    }

    /** The number of the last change. */
    public long last() {
        return last.get();
    }

    /** Completes when there was a change after this one, or at the same moment; never exceptionally. */
    public CompletableFuture<Void> after(long seen) {
        CompletableFuture<Void> waiting =
                next.updateAndGet(current -> current == null ? new CompletableFuture<>() : current);
        // After having begun to wait, so that no change is missed in between.
        return last.get() > seen ? CompletableFuture.completedFuture(null) : waiting.copy();
    }
}
