package dev.transportadvisor.simulator.time;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on other threads. */
public final class Eventually {

    /** Long enough for a machine that is busy with other things. */
    public static final Duration BOUND = Duration.ofMinutes(3);

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) throws InterruptedException {
        holds(() -> what, condition);
    }

    /** @param what asked for once it is clear that the condition does not hold */
    public static void holds(Supplier<String> what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertTrue(condition.getAsBoolean(), what);
    }
}
