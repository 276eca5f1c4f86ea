package dev.transportadvisor.drill;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what a process does, which tells nobody. */
public final class Polling {

    /** Short beside everything that is measured, and rare enough to cost nothing. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Polling() {}

    /** Whether it came true within this time. */
    public static boolean until(BooleanSupplier condition, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        boolean isTrue = condition.getAsBoolean();
        while (!isTrue && System.nanoTime() < end) {
            pause();
            isTrue = condition.getAsBoolean();
        }
        return isTrue;
    }

    static void pause() {
        pause(PAUSE);
    }

    /** @throws Interrupted if somebody wants the drill to end */
    static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** The drill is to end before it is finished. */
    static final class Interrupted extends RuntimeException {

        Interrupted() {
            super("interrupted", null, false, false);
        }
    }
}
