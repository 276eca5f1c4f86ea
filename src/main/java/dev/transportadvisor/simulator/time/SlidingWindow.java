package dev.transportadvisor.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened within the last so many minutes. */
public final class SlidingWindow {

    private final Duration length;
    private final Deque<Instant> times = new ArrayDeque<>();

    public SlidingWindow(Duration length) {
        this.length = length;
    }

    public void add(Instant now) {
        times.add(now);
    }

    public int count(Instant now) {
        Instant start = now.minus(length);
        while (!times.isEmpty() && !times.peek().isAfter(start)) {
            times.remove();
        }
        return times.size();
    }

    public void clear() {
        times.clear();
    }
}
