package dev.transportadvisor.testing;

import java.util.concurrent.TimeUnit;

/** A process of which nobody waits for ever. */
public final class Bounded {

    private Bounded() {}

    /** The process, which is killed when its time is up; who reads its output then finds the end. */
    public static Process process(Process process, long seconds) {
        process.onExit().orTimeout(seconds, TimeUnit.SECONDS).whenComplete((ended, late) -> process.destroyForcibly());
        return process;
    }
}
