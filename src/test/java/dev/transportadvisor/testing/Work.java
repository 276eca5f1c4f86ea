package dev.transportadvisor.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How the work for an input grows with it, whatever else the machine does meanwhile. */
public final class Work {

    /** In how many times as long four times as much is done: sixteen times is the square. */
    public static final int MOST_TIMES = 9;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Work() {}

    /** How many times as long four times as much takes. */
    public static double timesForFourTimes(int size, IntFunction<Runnable> work) {
        Runnable small = work.apply(size);
        Runnable large = work.apply(4 * size);
        // The first run loads the classes.
        small.run();
        return least(large) / least(small);
    }

    /** In nanoseconds of a processor. What disturbs a run makes it longer, never shorter. */
    private static double least(Runnable work) {
        return IntStream.range(0, 3).mapToDouble(run -> once(work)).min().orElseThrow();
    }

    private static double once(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
