package dev.transportadvisor.simulator.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.delivery.Sender;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.time.TimeScale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The limits on events over HTTP. */
class EventSubscriptionTest {

    private final ManualTimeline timeline = new ManualTimeline();
    private final List<ObjectNode> notices = new ArrayList<>();
    private final EventSubscription subscription = subscription(1);

    private EventSubscription subscription(int timeScale) {
        return new EventSubscription(
                timeline, new TimeScale(timeScale), Limits.EVENTS_PER_WINDOW, notices::add);
    }

    @Test
    void thirtyThousandEventsAnHourAreSent() {
        for (int i = 0; i < 30_000; i++) {
            assertEquals(Optional.empty(), subscription.withholds());
        }
        assertTrue(subscription.withholds().orElseThrow().startsWith("More than 30,000 events"));
        timeline.advance(Duration.ofMinutes(60));
        assertEquals(Optional.empty(), subscription.withholds());
    }

    @Test
    void onceAMinuteTheAppIsToldThatEventsAreHeldBack() {
        for (int i = 0; i < 30_010; i++) {
            subscription.withholds();
        }
        assertEquals(1, notices.size());
        assertEquals("app_rate_limited", notices.get(0).path("type").asString());
        assertEquals(0, notices.get(0).path("minute_rate_limited").asLong() % 60);
        timeline.advance(Duration.ofMinutes(1));
        subscription.withholds();
        assertEquals(2, notices.size());
    }

    @Test
    void withFewerThanAThousandEventsAllMayFail() {
        attempts(subscription, 999, 0);
        assertTrue(subscription.isEnabled());
    }

    @Test
    void above95PercentFailuresEventsAreSwitchedOff() {
        attempts(subscription, 1_000, 0);
        assertFalse(subscription.isEnabled());
        assertTrue(subscription.withholds().orElseThrow().startsWith("Slack has switched event deliveries off"));

        subscription.enable();
        assertEquals(Optional.empty(), subscription.withholds());
    }

    @Test
    void whatWasUnderWayMayFailAfterTheyWereSwitchedOnAgain() {
        attempts(subscription, 1_000, 0);
        subscription.enable();
        assertEquals(Optional.empty(), subscription.withholds());
        attempts(subscription, 998, 0);
        assertTrue(subscription.isEnabled());
        attempts(subscription, 1, 0);
        assertFalse(subscription.isEnabled());
    }

    @Test
    void whoSwitchesThemOnAgainGetsNoMoreAnHour() {
        for (int i = 0; i < 30_000; i++) {
            subscription.withholds();
        }
        subscription.enable();
        assertTrue(subscription.withholds().isPresent());
    }

    @Test
    void fivePercentSuccessIsEnough() {
        attempts(subscription, 2_000, 100);
        assertTrue(subscription.isEnabled());
    }

    @Test
    void anHourPassesFasterWithATimeScale() {
        EventSubscription fast = subscription(60);
        attempts(fast, 999, 0);
        timeline.advance(Duration.ofMinutes(1));
        attempts(fast, 999, 0);
        assertTrue(fast.isEnabled());
    }

    private static void attempts(EventSubscription subscription, int count, int successes) {
        for (int i = 0; i < count; i++) {
            Sender.Ending ending =
                    i < successes ? new Sender.Acknowledged(0) : new Sender.Failed("http_error", true);
            Sender carrier = (delivery, retry, then) -> then.accept(ending);
            subscription.withholds();
            subscription.watching(carrier).send(null, Sender.Retry.FIRST, end -> {});
        }
    }
}
