package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.slack.Limits;
import java.time.Duration;

/** A request that does not come from Slack, or not now: a bot must refuse each of them. */
public enum Forgery {
    WRONG_SIGNATURE,
    NO_SIGNATURE,
    /** Rightly signed, six minutes ago. */
    OLD_TIMESTAMP,
    /** Rightly signed, six minutes from now. */
    FUTURE_TIMESTAMP;

    private static final Duration BEYOND = Limits.TIMESTAMP_TOLERANCE.plusMinutes(1);

    /** What the timestamp is off by. */
    Duration shift() {
        return switch (this) {
            case OLD_TIMESTAMP -> BEYOND.negated();
            case FUTURE_TIMESTAMP -> BEYOND;
            default -> Duration.ZERO;
        };
    }
}
