package com.example.slackbot.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on after Slack has its acknowledgement. Slack waits 3 seconds for that, and Bolt for Java sends it
 * only when the listener returns: whatever takes time belongs here. Bolt's own App.executorService() takes any number
 * of tasks, and nothing waits for them when the bot stops.
 */
public interface WorkQueue {

    /** A task, free to throw. */
    interface Task {
        void run() throws Exception;
    }

    /**
     * Runs a task soon. A failure is logged, since nobody waits for the result.
     *
     * @param name what it is, for the log
     * @throws RejectedExecutionException when the queue is full or draining; let it pass, and nothing is acknowledged,
     *     so that Slack sends an event again; a click fails in front of its user
     */
    void submit(String name, Task task);

    /**
     * Begins with what waits.
     *
     * @throws StartupException when no later try will succeed
     * @throws IOException when one may
     */
    void start() throws StartupException, IOException;

    // region metrics
    /** Tasks that wait. */
    int waiting();

    // endregion
    /**
     * Takes no more tasks and waits for those it has.
     *
     * @return whether all of them ended in time
     */
    boolean drain(Duration limit);

    /** Keeps tasks in memory: a crash loses them. */
    final class InMemory implements WorkQueue {
        private static final Logger LOG = LoggerFactory.getLogger(InMemory.class);

        /** Tasks at work side by side. They mostly wait for Slack's Web API. */
        static final int THREADS = 16;

        /** Tasks that may wait. */
        static final int CAPACITY = 1_000;

        private final ThreadPoolExecutor executor =
                new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(CAPACITY));

        @Override
        public void submit(String name, Task task) {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (Exception e) {
                    LOG.error("{} failed", name, e);
                }
            });
        }

        @Override
        public void start() {}

        // region metrics
        @Override
        public int waiting() {
            return executor.getQueue().size();
        }

        // endregion
        @Override
        public boolean drain(Duration limit) {
            executor.shutdown();
            try {
                if (executor.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            LOG.warn("{} tasks did not end within {} s", executor.getActiveCount() + executor.getQueue().size(),
                    limit.toSeconds());
            executor.shutdownNow();
            return false;
        }
    }
}
