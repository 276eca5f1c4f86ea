package dev.transportadvisor.testing;

import java.util.concurrent.TimeUnit;

/** A process of which nobody waits for ever. */
public final class Bounded {

    private Bounded() {}

    /** The process, which is killed when its time is up; who reads its output then finds the end. */
    public static Process process(Process process, long seconds) {
        // By its handle, since what belongs to the process itself would also close the output that is being read.
        process.onExit().orTimeout(seconds, TimeUnit.SECONDS).exceptionally(late -> {
            process.toHandle().destroyForcibly();
            return process;
        });
        return process;
    }
}
