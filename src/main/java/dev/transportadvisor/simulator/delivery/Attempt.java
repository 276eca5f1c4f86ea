package dev.transportadvisor.simulator.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to deliver.
 *
 * @param number 0 for the first; Slack's retry number for the others
 * @param at when it was sent
 * @param via the id of the connection, or the request URL; empty if there was no connection
 * @param answer what came back; over a socket that may be after the attempt had failed
 * @param failure why it failed, in the words of {@code x-slack-retry-reason} where they fit
 */
public record Attempt(int number, Instant at, String via, Optional<Answer> answer, Optional<String> failure) {

    static Attempt sent(int number, Instant at, String via) {
        return new Attempt(number, at, via, Optional.empty(), Optional.empty());
    }

    Attempt answered(Answer given) {
        return new Attempt(number, at, via, Optional.of(given), failure);
    }

    Attempt failed(String reason) {
        return new Attempt(number, at, via, answer, Optional.of(reason));
    }
}
