package dev.transportadvisor.drill;

import java.io.IOException;

/**
 * Ends a process, with all that it starts, when the program ends. It stands ready before the process starts, and waits
 * for a start under way: whoever starts at that moment would be left behind.
 */
final class EndWithProgram extends Thread {

    private ProcessFamily family;

    private EndWithProgram() {
        super("drill-exit");
    }

    /** @throws DrillException if the program is ending, so that nothing may be started any more */
    static EndWithProgram ready() {
        EndWithProgram hook = new EndWithProgram();
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
        family = ProcessFamily.of(process.toHandle(), builder.environment());
        return process;
    }

    /** What was started. */
    synchronized ProcessFamily family() {
        return family;
    }

    @Override
    public synchronized void run() {
        if (family != null) {
            family.kill();
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
