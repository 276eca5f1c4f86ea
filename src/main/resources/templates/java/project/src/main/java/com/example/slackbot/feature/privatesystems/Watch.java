package com.example.slackbot.feature.privatesystems;

import java.time.Duration;
import java.util.Optional;

/**
 * Looks again and again at something that was begun, for less than the bot has to finish its work in when it stops.
 * That it was begun stands: trouble with looking only means that its end is not known.
 */
final class Watch {
    /** So many pauses long. */
    private static final int PAUSES = 8;

    /** Tells the outcome, or null as long as there is none. */
    interface Look {
        String outcome() throws SystemTrouble;
    }

    private final Duration pause;

    Watch(Duration pause) {
        this.pause = pause;
    }

    Optional<String> until(Look look) {
        try {
            long end = System.nanoTime() + PAUSES * pause.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(pause.toMillis());
                String outcome = look.outcome();
                if (outcome != null) {
                    return Optional.of(outcome);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SystemTrouble e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
