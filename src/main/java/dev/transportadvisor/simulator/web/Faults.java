package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Faults of the Web API, on demand. Faults of one method come in the order in which they were asked for. */
public final class Faults {

    private final Timeline timeline;
    private final Map<String, Deque<Planned>> planned = new HashMap<>();

    public Faults(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Lets the next calls of a method fail. */
    public synchronized void next(int times, String method, Fault fault) {
        plan(method, new Planned(fault, times, Instant.MAX));
    }

    /** Lets every call of a method fail for a time, which is not scaled. */
    public synchronized void during(Duration time, String method, Fault fault) {
        plan(method, new Planned(fault, Integer.MAX_VALUE, timeline.now().plus(time)));
    }

    /** Lets everything work again. */
    public synchronized void clear() {
        planned.clear();
    }

    /** What goes wrong with a call that is made now; it counts as made. */
    synchronized Optional<Fault> take(String method) {
        Deque<Planned> queue = planned.getOrDefault(method, new ArrayDeque<>());
        queue.removeIf(fault -> fault.times == 0 || fault.until.isBefore(timeline.now()));
        Optional<Planned> next = Optional.ofNullable(queue.peek());
        next.ifPresent(fault -> fault.times--);
        return next.map(fault -> fault.fault);
    }

    private void plan(String method, Planned fault) {
        planned.computeIfAbsent(method, name -> new ArrayDeque<>()).add(fault);
    }

    private static final class Planned {

        private final Fault fault;
        private final Instant until;
        private int times;

        Planned(Fault fault, int times, Instant until) {
            this.fault = fault;
            this.times = times;
            this.until = until;
        }
    }
}
