package dev.transportadvisor.simulator.time;

import java.time.Duration;

/**
 * How much faster than Slack's own the schedules run.
 *
 * @param factor 1 is real time; with 60, a minute takes a second
 */
public record TimeScale(int factor) {

    /** Slower than Slack is of no use. */
    public static final int LEAST = 1;

    /** Faster than this would turn a minute into less than a millisecond. */
    public static final int MOST = 100_000;

    public TimeScale {
        if (factor < LEAST || factor > MOST) {
            throw new IllegalArgumentException(factor + " is no time scale from " + LEAST + " to " + MOST);
        }
    }

    /** How long something takes here that takes this long at Slack. */
    public Duration of(Duration atSlack) {
        return atSlack.dividedBy(factor);
    }

    /** The same, but not shorter than something may be that a bot has to keep up with, however fast time runs. */
    public Duration of(Duration atSlack, Duration shortest) {
        Duration scaled = of(atSlack);
        return scaled.compareTo(shortest) < 0 ? shortest : scaled;
    }
}
