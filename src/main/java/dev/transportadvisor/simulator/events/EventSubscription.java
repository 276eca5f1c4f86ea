package dev.transportadvisor.simulator.events;

import dev.transportadvisor.simulator.delivery.Sender;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.SlidingWindow;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The limits on events over HTTP: so many an hour, and none any more when nearly all fail.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api">Events API</a>
 */
public final class EventSubscription {

    private final Timeline timeline;
    private final TimeScale scale;
    private final int eventsPerHour;
    private final Consumer<ObjectNode> rateLimited;
    private final SlidingWindow events;
    private final SlidingWindow eventsSinceEnabled;
    private final SlidingWindow attempts;
    private final SlidingWindow failures;
    private Instant nextNotice = Instant.MIN;
    private boolean enabled = true;

    /** @param rateLimited told, at most once a minute, that events are held back: what is to be sent then */
    public EventSubscription(Timeline timeline, TimeScale scale, int eventsPerHour, Consumer<ObjectNode> rateLimited) {
        this.timeline = timeline;
        this.scale = scale;
        this.eventsPerHour = eventsPerHour;
        this.rateLimited = rateLimited;
        events = new SlidingWindow(scale.of(Limits.WINDOW));
        eventsSinceEnabled = new SlidingWindow(scale.of(Limits.WINDOW));
        attempts = new SlidingWindow(scale.of(Limits.WINDOW));
        failures = new SlidingWindow(scale.of(Limits.WINDOW));
    }

    public synchronized boolean isEnabled() {
        return enabled;
    }

    /**
     * What the owner of an app does by hand after it was switched off. It takes a thousand events anew to switch it
     * off: what was under way before still fails. The limit an hour stays.
     */
    public synchronized void enable() {
        enabled = true;
        eventsSinceEnabled.clear();
        attempts.clear();
        failures.clear();
    }

    /** Why an event is not sent; one that is sent counts. */
    public Optional<String> withholds() {
        boolean notice;
        synchronized (this) {
            Instant now = timeline.now();
            if (!enabled) {
                return Optional.of("Slack has switched event deliveries off: more than 95 % of the attempts within an"
                        + " hour failed. They are to be switched on again by hand.");
            }
            if (events.count(now) < eventsPerHour) {
                events.add(now);
                eventsSinceEnabled.add(now);
                return Optional.empty();
            }
            notice = !now.isBefore(nextNotice);
            nextNotice = notice ? now.plus(scale.of(Limits.RATE_LIMITED_NOTICE)) : nextNotice;
        }
        if (notice) {
            rateLimited.accept(notice());
        }
        return Optional.of(String.format(
                Locale.ROOT, "More than %,d events within an hour: Slack holds the rest back.", eventsPerHour));
    }

    /** Counts what becomes of the attempts, retries included. */
    public Sender watching(Sender sender) {
        return (delivery, retry, then) -> sender.send(delivery, retry, ending -> {
            count(ending instanceof Sender.Failed);
            then.accept(ending);
        });
    }

    private synchronized void count(boolean failed) {
        Instant now = timeline.now();
        attempts.add(now);
        if (failed) {
            failures.add(now);
        }
        int all = attempts.count(now);
        boolean exempt = eventsSinceEnabled.count(now) < Limits.EXEMPT_BELOW;
        if (!exempt && failures.count(now) > Limits.FAILURE_SHARE * all) {
            enabled = false;
        }
    }

    private ObjectNode notice() {
        long now = timeline.now().getEpochSecond();
        return JsonTree.object()
                .put("token", Identity.VERIFICATION_TOKEN)
                .put("type", "app_rate_limited")
                .put("team_id", Identity.TEAM)
                .put("minute_rate_limited", now - now % 60)
                .put("api_app_id", Identity.APP);
    }
}
