package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.slack.Limits;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is sent to the bot, and where.
 *
 * @param requestUrl where the bot takes requests (Events API); empty for Socket Mode
 * @param requestUrls whose paths are in use on the bot's address, where the manifest names them
 * @param delayedEvents whether the app opted in to hourly retries for a day, which go over HTTP only
 * @param eventsPerHour how many events go over HTTP before Slack holds the rest back with {@code app_rate_limited}; the
 *     hour runs as fast as the schedules
 * @param completion adds to a payload what Slack adds for the app's features
 * @param withholding why a payload would not be sent at all, such as an event that is not subscribed to
 */
public record DeliverySettings(
        Optional<URI> requestUrl,
        RequestUrls requestUrls,
        boolean delayedEvents,
        int eventsPerHour,
        UnaryOperator<Payload> completion,
        Function<Payload, Optional<String>> withholding) {

    /** Socket Mode, nothing withheld. */
    public static final DeliverySettings DEFAULT = new DeliverySettings(
            Optional.empty(),
            RequestUrls.NONE,
            false,
            Limits.EVENTS_PER_WINDOW,
            UnaryOperator.identity(),
            payload -> Optional.empty());

    DeliverySettings withRequestUrl(URI url) {
        return new DeliverySettings(
                Optional.of(url), requestUrls, delayedEvents, eventsPerHour, completion, withholding);
    }

    DeliverySettings withRequestUrls(RequestUrls urls) {
        return new DeliverySettings(requestUrl, urls, delayedEvents, eventsPerHour, completion, withholding);
    }

    DeliverySettings withCompletion(UnaryOperator<Payload> features) {
        return new DeliverySettings(requestUrl, requestUrls, delayedEvents, eventsPerHour, features, withholding);
    }

    DeliverySettings withDelayedEvents() {
        return new DeliverySettings(requestUrl, requestUrls, true, eventsPerHour, completion, withholding);
    }

    DeliverySettings withEventsPerHour(int most) {
        return new DeliverySettings(requestUrl, requestUrls, delayedEvents, most, completion, withholding);
    }

    DeliverySettings withWithholding(Function<Payload, Optional<String>> why) {
        return new DeliverySettings(requestUrl, requestUrls, delayedEvents, eventsPerHour, completion, why);
    }
}
