package dev.transportadvisor.simulator.socket;

import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** While a connection's life is being set, somebody else does something, as far as it goes. */
final class EagerTimeline implements Timeline {

    private final ManualTimeline time = new ManualTimeline();
    volatile Runnable onRefresh = () -> {};

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        if (delay.compareTo(Duration.ofHours(1)) > 0) {
            Thread somebody = new Thread(onRefresh);
            somebody.start();
            Set<Thread.State> stopped = EnumSet.of(Thread.State.BLOCKED, Thread.State.TERMINATED);
            while (!stopped.contains(somebody.getState())) {
                Thread.onSpinWait();
            }
        }
        return time.after(delay, task);
    }

    @Override
    public void close() {
        time.close();
    }
}
