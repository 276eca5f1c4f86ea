package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.util.Optional;

/** Takes a delivery to its end: an attempt, and more as the schedule has it. */
public final class Dispatcher {

    private final Timeline timeline;
    private final TimeScale scale;

    public Dispatcher(Timeline timeline, TimeScale scale) {
        this.timeline = timeline;
        this.scale = scale;
    }

    public void dispatch(Delivery delivery, Sender sender, RetrySchedule schedule) {
        attempt(delivery, sender, schedule, Sender.Retry.FIRST);
    }

    /** Whoever has settled the delivery meanwhile wants no more of it. */
    private void retry(Delivery delivery, Sender sender, RetrySchedule schedule, Sender.Retry retry) {
        if (delivery.state() == Delivery.State.WAITING) {
            attempt(delivery, sender, schedule, retry);
        }
    }

    private void attempt(Delivery delivery, Sender sender, RetrySchedule schedule, Sender.Retry retry) {
        sender.send(delivery, retry, ending -> {
            if (ending instanceof Sender.Acknowledged acknowledged) {
                delivery.acknowledge(acknowledged.attempt());
            } else if (ending instanceof Sender.Failed failed) {
                Optional<Duration> pause = failed.again() ? schedule.pauseAfter(retry.number()) : Optional.empty();
                pause.ifPresentOrElse(
                        wait -> timeline.after(
                                scale.of(wait),
                                () -> retry(delivery, sender, schedule, retry.next(failed.reason()))),
                        () -> delivery.settle(Delivery.State.FAILED, failed.reason()));
            }
        });
    }
}
