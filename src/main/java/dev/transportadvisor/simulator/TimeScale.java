package dev.transportadvisor.simulator;

import java.time.Duration;

/**
 * How much faster than Slack's own the schedules run.
 *
 * @param factor 1 is real time; with 60, a minute takes a second
 */
record TimeScale(int factor) {

    TimeScale {
        if (!SimulatorSettings.isTimeScale(factor)) {
            throw new IllegalArgumentException(factor + " is no time scale: " + SimulatorSettings.TIME_SCALES);
        }
    }

    /** How long something takes here that takes this long at Slack. */
    Duration of(Duration atSlack) {
        return atSlack.dividedBy(factor);
    }

    /** The same, but not shorter than something may be that a bot has to keep up with, however fast time runs. */
    Duration of(Duration atSlack, Duration shortest) {
        Duration scaled = of(atSlack);
        return scaled.compareTo(shortest) < 0 ? shortest : scaled;
    }
}
