package dev.transportadvisor.simulator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.time.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When Slack tries again, measured from the first attempt. */
class RetryScheduleTest {

    private final ManualTimeline timeline = new ManualTimeline();

    @Test
    void anEventIsTriedFourTimes() {
        assertEquals(List.of(0L, 0L, 60L, 360L), secondsOfAttempts(1, RetrySchedule.EVENTS));
    }

    @Test
    void aMinuteTakesASecondWithATimeScaleOf60() {
        assertEquals(List.of(0L, 0L, 1L, 6L), secondsOfAttempts(60, RetrySchedule.EVENTS));
    }

    @Test
    void whatPeopleDoIsTriedOnce() {
        assertEquals(List.of(0L), secondsOfAttempts(1, RetrySchedule.NEVER));
    }

    @Test
    void delayedEventsGoOnHourlyForADay() {
        List<Long> expected = new ArrayList<>(List.of(0L, 0L, 60L, 360L));
        IntStream.rangeClosed(1, 24).forEach(hour -> expected.add(360L + hour * 3_600L));
        assertEquals(expected, secondsOfAttempts(1, RetrySchedule.DELAYED_EVENTS));
    }

    @Test
    void whatIsGivenUpMeanwhileIsNotTriedAgain() {
        Delivery delivery = new Delivery("delivery-1", Payloads.message("hello"), timeline.now(), new Changes());
        List<Integer> attempts = new ArrayList<>();
        Sender sender = (same, retry, then) -> {
            attempts.add(retry.number());
            then.accept(new Sender.Failed("http_error", true));
        };
        new Dispatcher(timeline, new TimeScale(1)).dispatch(delivery, sender, RetrySchedule.EVENTS);
        delivery.settle(Delivery.State.FAILED, "enough");
        timeline.advance(Duration.ofDays(1));
        assertEquals(List.of(0), attempts);
    }

    private List<Long> secondsOfAttempts(int timeScale, RetrySchedule schedule) {
        Instant start = timeline.now();
        Delivery delivery = new Delivery("delivery-1", Payloads.message("hello"), start, new Changes());
        List<Long> seconds = new ArrayList<>();
        new Dispatcher(timeline, new TimeScale(timeScale))
                .dispatch(
                        delivery,
                        (same, retry, then) -> {
                            assertEquals(seconds.size(), retry.number());
                            seconds.add(Duration.between(start, timeline.now()).toSeconds());
                            then.accept(new Sender.Failed("http_error", true));
                        },
                        schedule);
        timeline.advance(Duration.ofDays(2));
        assertEquals(Delivery.State.FAILED, delivery.state());
        return seconds;
    }
}
