package dev.transportadvisor.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that will be needed whatever the options say, worked out by a thread of its own while the command line is
 * parsed: at a start both take about as long, since most of it is the loading of classes.
 */
final class Ahead<T> {

    private final FutureTask<T> work;

    private Ahead(FutureTask<T> work) {
        this.work = work;
    }

    static <T> Ahead<T> start(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "ahead");
        thread.setDaemon(true);
        thread.start();
        return new Ahead<>(task);
    }

    /** Waits for the result; what the work threw is thrown here. */
    T get() {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
