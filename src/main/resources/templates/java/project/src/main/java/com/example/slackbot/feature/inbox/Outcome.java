package com.example.slackbot.feature.inbox;

import java.time.Duration;
import java.util.List;

/** What came of the work on a delivery. */
sealed interface Outcome {

    /** It is done. */
    record Done() implements Outcome {}

    /** It failed, and is due again later. */
    record Again(Duration pause, String error) implements Outcome {}

    /** It failed for the last time: a person has to look at it. */
    record Dead(String error) implements Outcome {}

    /** Twelve minutes in all: longer than most troubles of other systems, shorter than anybody waits for an answer. */
    List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    int MOST_ATTEMPTS = PAUSES.size() + 1;

    int LONGEST_ERROR = 1_000;

    /** @param attempts how often it was begun before */
    static Outcome failed(int attempts, String error) {
        String kept = storable(error);
        return attempts < PAUSES.size() ? new Again(PAUSES.get(attempts), kept) : new Dead(kept);
    }

    /** PostgreSQL refuses the character zero, and what cannot be written down would be worked at for ever. */
    private static String storable(String error) {
        String text = error.replace('\0', ' ');
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
