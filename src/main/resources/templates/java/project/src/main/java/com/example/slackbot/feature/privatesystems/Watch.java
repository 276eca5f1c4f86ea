package com.example.slackbot.feature.privatesystems;

import java.time.Duration;
import java.util.Optional;

/**
 * Looks again and again at something that was begun, for less than the bot has to finish its work in when it stops.
 * That it was begun stands: trouble with looking only means that its end is not known.
 */
public final class Watch {
    /** Tells the outcome, or null as long as there is none. */
    public interface Look {
        String outcome() throws SystemTrouble;
    }

    private final Duration pause;
    private final Duration limit;

    public Watch() {
        this(Duration.ofSeconds(2), Duration.ofSeconds(16));
    }

    /**
     * @param pause before each look
     * @param limit of all looks
     */
    public Watch(Duration pause, Duration limit) {
        this.pause = pause;
        this.limit = limit;
    }

    public Optional<String> until(Look look) {
        try {
            long end = System.nanoTime() + limit.toNanos();
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
