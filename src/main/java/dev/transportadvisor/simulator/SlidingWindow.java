package dev.transportadvisor.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened within the last so many minutes. */
final class SlidingWindow {

    private final Duration length;
    private final Deque<Instant> times = new ArrayDeque<>();

    SlidingWindow(Duration length) {
        this.length = length;
    }

    void add(Instant now) {
        times.add(now);
    }

    int count(Instant now) {
        Instant start = now.minus(length);
        while (!times.isEmpty() && !times.peek().isAfter(start)) {
            times.remove();
        }
        return times.size();
    }

    void clear() {
        times.clear();
    }
}
