package dev.transportadvisor.simulator;

import java.time.Duration;
import java.util.Optional;

/** Takes a delivery to its end: an attempt, and more as the schedule has it. */
final class Dispatcher {

    private final Timeline timeline;
    private final TimeScale scale;

    Dispatcher(Timeline timeline, TimeScale scale) {
        this.timeline = timeline;
        this.scale = scale;
    }

    void dispatch(Delivery delivery, Carrier carrier, RetrySchedule schedule) {
        attempt(delivery, carrier, schedule, Carrier.Retry.FIRST);
    }

    private void attempt(Delivery delivery, Carrier carrier, RetrySchedule schedule, Carrier.Retry retry) {
        carrier.carry(delivery, retry, ending -> {
            if (ending instanceof Carrier.Acknowledged acknowledged) {
                delivery.acknowledge(acknowledged.attempt());
            } else if (ending instanceof Carrier.Failed failed) {
                Optional<Duration> pause = failed.again() ? schedule.pauseAfter(retry.number()) : Optional.empty();
                pause.ifPresentOrElse(
                        wait -> timeline.after(
                                scale.of(wait),
                                () -> attempt(delivery, carrier, schedule, retry.next(failed.reason()))),
                        () -> delivery.settle(Delivery.State.FAILED, failed.reason()));
            }
        });
    }
}
