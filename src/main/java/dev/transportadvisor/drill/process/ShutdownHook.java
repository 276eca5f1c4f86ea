package dev.transportadvisor.drill.process;

import java.io.IOException;

/**
 * Ends a process, with all that it starts, when the program ends. It stands ready before the process starts, and waits
 * for a start under way: whoever starts at that moment would be left behind.
 */
final class ShutdownHook extends Thread {

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
        Process process = builder.start();
        tree = ProcessTree.of(process.toHandle(), builder.environment());
        return process;
    }

    /** What was started. */
    synchronized ProcessTree tree() {
        return tree;
    }

    @Override
    public synchronized void run() {
        if (tree != null) {
            tree.kill();
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
