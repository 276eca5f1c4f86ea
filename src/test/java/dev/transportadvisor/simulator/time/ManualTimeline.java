package dev.transportadvisor.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** A clock that stands still until a test moves it; alarms ring on the thread of the test. */
public final class ManualTimeline implements Timeline {

    private final Queue<Entry> alarms =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private Instant now;
    private long numbers;

    private record Entry(Instant at, long number, Runnable task) {}

    public ManualTimeline() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public ManualTimeline(Instant start) {
        now = start;
    }

    /** For a bot with a clock of its own, which has all the time that it needs. */
    public static ManualTimeline fromNow() {
        return new ManualTimeline(Instant.now());
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        Entry entry = new Entry(now.plus(delay), numbers++, task);
        alarms.add(entry);
        return () -> remove(entry);
    }

    /** Lets time pass; what is due on the way happens, in order, at its time. */
    public void advance(Duration time) {
        Instant end = now().plus(time);
        for (Optional<Entry> due = due(end); due.isPresent(); due = due(end)) {
            due.get().task().run();
        }
        reach(end);
    }

    /** Whether something happens when exactly this much time has passed. */
    public synchronized boolean hasAlarmIn(Duration time) {
        return alarms.stream().anyMatch(alarm -> alarm.at().equals(now.plus(time)));
    }

    @Override
    public synchronized void close() {
        alarms.clear();
    }

    private synchronized Optional<Entry> due(Instant end) {
        Entry next = alarms.peek();
        if (next == null || next.at().isAfter(end)) {
            return Optional.empty();
        }
        now = next.at();
        return Optional.of(alarms.remove());
    }

    private synchronized void reach(Instant end) {
        now = end;
    }

    private synchronized void remove(Entry entry) {
        alarms.remove(entry);
    }
}
