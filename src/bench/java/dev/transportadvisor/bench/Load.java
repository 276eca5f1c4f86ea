package dev.transportadvisor.bench;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Events for a bot, always as many under way as allowed.
 *
 * @param events how many at most
 * @param bound how long at most
 * @param slow how many more are under way on which the listener blocks for 50 ms; they are not measured
 */
record Load(int events, Duration bound, int slow) {

    private static final int IN_FLIGHT = 50;

    /** A bit more than a bot has to answer. */
    private static final long PATIENCE_SECONDS = 4;

    /**
     * What came of it.
     *
     * @param perSecond events that were acknowledged at the first attempt
     * @param p50 milliseconds until then, of half of them
     * @param p99 of 99 in a hundred
     * @param lost events without an acknowledgement at the first attempt
     */
    record Outcome(double perSecond, double p50, double p99, int lost) {}

    Outcome applyTo(SlackSimulator slack) throws InterruptedException {
        return new Run(slack).run();
    }

    private final class Run {

        private final SlackSimulator slack;
        private final Semaphore free = new Semaphore(IN_FLIGHT);
        private final long[] nanos = new long[events];
        private final AtomicInteger answered = new AtomicInteger();
        private volatile boolean over;

        Run(SlackSimulator slack) {
            this.slack = slack;
        }

        Outcome run() throws InterruptedException {
            for (int i = 0; i < slow; i++) {
                keepSlow();
            }
            long start = System.nanoTime();
            long left = bound.toNanos();
            int sent = 0;
            while (sent < events && free.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                slack.deliver(Payloads.message("quick")).settled().thenAccept(this::answered);
                sent++;
                left = bound.toNanos() - (System.nanoTime() - start);
            }
            free.tryAcquire(IN_FLIGHT, PATIENCE_SECONDS, TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            over = true;
            return outcome(sent, seconds);
        }

        private Outcome outcome(int sent, double seconds) {
            int count = answered.get();
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return new Outcome(count / seconds, milliseconds(sorted, 0.5), milliseconds(sorted, 0.99), sent - count);
        }

        private static double milliseconds(long[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) (sorted.length * share)] / 1e6;
        }

        private void answered(Delivery delivery) {
            if (delivery.state() == Delivery.State.ACKNOWLEDGED && delivery.attempts().size() == 1) {
                nanos[answered.getAndIncrement()] =
                        delivery.acknowledgement().orElseThrow().after().toNanos();
            }
            free.release();
        }

        /** The next one when this one's listener has ended, also where it was acknowledged before that. */
        private void keepSlow() {
            CompletableFuture<Void> listenerEnded =
                    CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
            slack.deliver(Payloads.message("slow")).settled().runAfterBoth(listenerEnded, () -> {
                if (!over) {
                    keepSlow();
                }
            });
        }
    }
}
