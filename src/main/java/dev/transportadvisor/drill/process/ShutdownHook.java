package dev.transportadvisor.drill.process;

import java.io.IOException;
import java.time.Duration;

/**
 * Ends a process, with all that it starts, when the program ends. It stands ready before the process starts, and waits
 * for a start under way: whoever starts at that moment would be left behind.
 */
final class ShutdownHook extends Thread {

    /** How long it is tried where memory has run out. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private ProcessTree tree;

    private ShutdownHook() {
        super("drill-exit");
    }

    /** @throws DrillException if the program is ending, so that nothing may be started any more */
    static ShutdownHook ready() {
        ShutdownHook hook = new ShutdownHook();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new DrillException("The program is being ended, so nothing was started.");
        }
        return hook;
    }

    /** @throws IOException if there is no such program, or no permission */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        tree = ProcessTree.marking(builder.environment());
        Process process = builder.start();
        tree.begins(process.toHandle());
        return process;
    }

    /** What was started. */
    synchronized ProcessTree tree() {
        return tree;
    }

    @Override
    public synchronized void run() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (tree != null && !isKilled(tree) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Where the program ends because memory has run out, others may need it at that very moment. */
    private static boolean isKilled(ProcessTree tree) {
        try {
            tree.kill();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** The process has ended already. */
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(this);
        } catch (IllegalStateException e) {
            // The program is ending: the hook finds nothing left to do.
        }
    }
}
