package dev.transportadvisor.source;

import java.util.Optional;

/**
 * One thing that is wrong with an input.
 *
 * @param location where; empty when the file as a whole could not be read
 * @param message what is wrong and what is allowed, as sentences for people
 */
public record Problem(Optional<Location> location, String message) {

    /** A message may hold a path or a word of the input; no way to a terminal leads past here. */
    public Problem {
        message = Quoted.visible(message);
    }

    @Override
    public String toString() {
        return location.map(place -> place + ": ").orElse("") + message;
    }
}
