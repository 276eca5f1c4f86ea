package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.Readiness;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that work at what waits in the database, and do its chores. */
final class Workers {

    /** Something to do with the database. */
    interface Step {
        void run() throws SQLException;
    }

    /** What one of the workers does every so often. */
    static final class Chore {
        private final long pauseNanos;
        private final Step step;
        private final AtomicLong last = new AtomicLong(System.nanoTime());

        Chore(Duration pause, Step step) {
            pauseNanos = pause.toNanos();
            this.step = step;
        }

        private void runIfDue() throws SQLException {
            long then = last.get();
            long now = System.nanoTime();
            if (now - then > pauseNanos && last.compareAndSet(then, now)) {
                step.run();
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** Deliveries at work side by side, each of which holds a connection to PostgreSQL. */
    static final int COUNT = 8;

    /** How soon is found what another process left, or what is due again. */
    private static final long POLL_SECONDS = 1;

    /** For what is at work when time is up. What still waits is for the next process. */
    private static final long LAST_MILLIS = 5_000;

    private final Readiness readiness;
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    private final Semaphore arrivals = new Semaphore(0);
    private volatile boolean draining;
    private volatile boolean halted;

    Workers(Readiness readiness) {
        this.readiness = readiness;
    }

    void start(InboxStore store, Function<StoredDelivery, Outcome> play, List<Chore> chores) {
        for (int i = 0; i < COUNT; i++) {
            threads.execute(() -> work(() -> {
                while (!halted && store.workAtOne(play)) {
                    readiness.stores(true);
                }
                readiness.stores(true);
                for (Chore chore : chores) {
                    chore.runIfDue();
                }
            }));
        }
    }

    /** There is something new to work at. */
    void wake() {
        arrivals.release();
    }

    boolean areEnding() {
        return draining;
    }

    /** @return whether what was at work ended in time */
    boolean drain(Duration limit) throws InterruptedException {
        draining = true;
        arrivals.release(COUNT);
        threads.shutdown();
        halted = !threads.awaitTermination(limit.toMillis() - LAST_MILLIS, TimeUnit.MILLISECONDS);
        return threads.awaitTermination(LAST_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Once draining has begun, what waits is worked at one last time. */
    private void work(Step round) {
        for (boolean last = false; !last; ) {
            last = draining;
            try {
                arrivals.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS);
                round.run();
            } catch (SQLException | RuntimeException e) {
                LOG.error("The database cannot be used: {}", e.toString());
                readiness.stores(false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
