package dev.transportadvisor.file;

import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Work on a disk that a signal, such as that of Ctrl-C, does not break off: the process ends when it is done. */
public final class ShutdownDelay {

    /** What may fail on a disk. */
    public interface Work {
        void run() throws IOException;
    }

    private ShutdownDelay() {}

    /** @throws IOException if the work fails, or the process is ending already; then nothing has been begun */
    public static void during(Work work) throws IOException {
        Lock working = new ReentrantLock();
        working.lock();
        Thread wait = new Thread(working::lock);
        try {
            Runtime.getRuntime().addShutdownHook(wait);
        } catch (IllegalStateException e) {
            throw new IOException("the program is being ended");
        }
        try {
            work.run();
        } finally {
            working.unlock();
            forget(wait);
        }
    }

    private static void forget(Thread wait) {
        try {
            Runtime.getRuntime().removeShutdownHook(wait);
        } catch (IllegalStateException e) {
            // The process ends; it has waited.
        }
    }
}
