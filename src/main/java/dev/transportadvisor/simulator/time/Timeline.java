package dev.transportadvisor.simulator.time;

import java.time.Duration;
import java.time.Instant;

/** The clock and its alarms: a seam, so that a schedule of hours can be tested at once. */
public interface Timeline extends AutoCloseable {

    Instant now();

    /** Runs the task once, after the delay, unless the alarm is cancelled before. */
    Alarm after(Duration delay, Runnable task);

    @Override
    void close();

    /** Something that is still to happen. */
    interface Alarm {
        void cancel();
    }
}
