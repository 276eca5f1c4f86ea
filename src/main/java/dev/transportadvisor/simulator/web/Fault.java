package dev.transportadvisor.simulator.web;

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
     * @param status from 400 to 599, such as 503
     */
    record Broken(int status) implements Fault {

        /** The errors of RFC 9110, section 15: nothing else can be sent in a whole response. */
        public static final int LOWEST = 400;

        public static final int HIGHEST = 599;

        public Broken {
            if (status < LOWEST || status > HIGHEST) {
                throw new IllegalArgumentException(status + " is no status of an error");
            }
        }
    }
}
