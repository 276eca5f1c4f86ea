package dev.transportadvisor.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time. It never runs backwards, whatever is done to the clock of the machine. */
public final class SystemTimeline implements Timeline {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, SystemTimeline::thread);

    public SystemTimeline() {
        // Nearly every alarm is a limit that is kept: it must not stay in the queue until it would have rung.
        alarms.setRemoveOnCancelPolicy(true);
        alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // Who sets an alarm may not have heard yet that there will be none.
        alarms.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Instant now() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        Future<?> future = alarms.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Error e) {
            ThreadTrouble.tell(e);
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "simulator-timeline");
        thread.setDaemon(true);
        return thread;
    }
}
