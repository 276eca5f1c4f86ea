package dev.transportadvisor.simulator;

import java.time.Duration;

/**
 * How much faster than Slack's own the schedules run.
 *
 * @param factor 1 is real time; with 60, a minute takes a second
 */
record TimeScale(double factor) {

    TimeScale {
        if (!(factor >= 1 && factor <= 100_000)) {
            throw new IllegalArgumentException("The time scale is " + factor + ", which is not from 1 to 100000.");
        }
    }

    /** How long something takes here that takes this long at Slack. */
    Duration of(Duration atSlack) {
        return Duration.ofNanos((long) (atSlack.toNanos() / factor));
    }
}
