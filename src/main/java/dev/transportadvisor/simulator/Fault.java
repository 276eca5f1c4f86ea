package dev.transportadvisor.simulator;

import java.time.Duration;

/** What can go wrong with a call to the Web API. */
public sealed interface Fault {

    /**
     * HTTP 429.
     *
     * @param retryAfter what the header says, in whole seconds and at least one
     */
    record RateLimited(Duration retryAfter) implements Fault {

        public RateLimited {
            if (retryAfter.toSeconds() < 1) {
                throw new IllegalArgumentException("Retry-After must be at least one second");
            }
        }
    }

    /** The right answer, late. */
    record Delayed(Duration by) implements Fault {}

    /**
     * Slack's way of saying no.
     *
     * @param error such as {@code channel_not_found}
     */
    record Refused(String error) implements Fault {}

    /**
     * Trouble at Slack or on the way: an HTTP status without JSON.
     *
     * @param status such as 503
     */
    record Broken(int status) implements Fault {}
}
