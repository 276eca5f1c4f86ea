package dev.transportadvisor.source;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Work on a disk that is done as a whole: a signal, such as that of Ctrl-C, ends the process when it is through. */
public final class Whole {

    /** What may fail on a disk. */
    public interface Work {
        void run() throws IOException;
    }

    private Whole() {}

    /** @throws InputException if the process is ending already; then nothing has been begun */
    public static void run(Work work) throws IOException {
        CountDownLatch through = new CountDownLatch(1);
        Thread wait = new Thread(() -> await(through));
        try {
            Runtime.getRuntime().addShutdownHook(wait);
        } catch (IllegalStateException e) {
            throw new InputException("The program is being ended, so nothing was written.");
        }
        try {
            work.run();
        } finally {
            through.countDown();
            forget(wait);
        }
    }

    private static void await(CountDownLatch through) {
        try {
            through.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
