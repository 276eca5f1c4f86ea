package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.delivery.AppLocation;
import dev.transportadvisor.simulator.delivery.Deliveries;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Dispatcher;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.RetrySchedule;
import dev.transportadvisor.simulator.delivery.Sender;
import dev.transportadvisor.simulator.delivery.SignedRequest;
import dev.transportadvisor.simulator.delivery.SlackFields;
import dev.transportadvisor.simulator.events.EventSubscription;
import dev.transportadvisor.simulator.events.EventsApi;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.events.RequestUrlClient;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.socket.SocketMode;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Sends payloads over the transport in use: the one that has a request URL, or else Socket Mode. */
final class Deliverer {

    private final Timeline timeline;
    private final Deliveries deliveries;
    private final SlackFields slackFields;
    private final Function<String, Optional<Installation>> serving;
    private final SocketMode socketMode;
    private final Dispatcher dispatcher;
    private final DeliverySettings settings;
    private final EventSubscription subscription;
    private final RequestUrlClient client = new RequestUrlClient();
    private volatile EventsApi eventsApi;

    /** @param serving the installation that serves a workspace, told by its id */
    Deliverer(
            DeliverySettings settings,
            Timeline timeline,
            TimeScale scale,
            Deliveries deliveries,
            SlackFields slackFields,
            Function<String, Optional<Installation>> serving,
            SocketMode socketMode) {
        this.timeline = timeline;
        this.deliveries = deliveries;
        this.slackFields = slackFields;
        this.serving = serving;
        this.socketMode = socketMode;
        this.settings = settings;
        dispatcher = new Dispatcher(timeline, scale);
        subscription = new EventSubscription(timeline, scale, settings.eventsPerHour(), this::notice);
        settings.requestUrl().ifPresent(this::useEventsApi);
    }

    void useEventsApi(URI requestUrl) {
        useEventsApi(List.of(requestUrl), url -> true);
    }

    void useEventsApi(List<URI> requestUrls, Predicate<URI> inService) {
        eventsApi = eventsApi(requestUrls, inService);
    }

    private EventsApi eventsApi(List<URI> requestUrls, Predicate<URI> inService) {
        requestUrls.stream().filter(url -> !Loopback.isHttp(url)).findFirst().ifPresent(url -> {
            throw new IllegalArgumentException(url + " is no HTTP URL of this machine");
        });
        return new EventsApi(client, timeline, requestUrls, inService, settings.requestUrls()::path);
    }

    void useSocketMode() {
        eventsApi = null;
    }

    Optional<URI> requestUrl() {
        return Optional.ofNullable(eventsApi).map(EventsApi::url);
    }

    EventSubscription subscription() {
        return subscription;
    }

    Delivery deliver(Payload payload) {
        Payload complete = complete(payload);
        Delivery delivery = deliveries.add(complete);
        EventsApi http = eventsApi;
        Optional<String> withheld = AppLocation.withholds(complete, serving)
                .or(() -> settings.withholding().apply(complete))
                .or(() -> http != null && payload.kind().isEvent() ? subscription.withholds() : Optional.empty());
        withheld.ifPresentOrElse(
                reason -> delivery.settle(Delivery.State.WITHHELD, reason),
                () -> dispatcher.dispatch(delivery, sender(http, payload.kind()), schedule(http, payload.kind())));
        return delivery;
    }

    private Payload complete(Payload payload) {
        Payload complete = settings.completion().apply(slackFields.addTo(payload));
        return AppLocation.of(complete, serving);
    }

    /** Slack looks only at events whether most of them fail, and only over HTTP. */
    private Sender sender(EventsApi http, Payload.Kind kind) {
        if (http == null) {
            return socketMode;
        }
        return kind.isEvent() ? subscription.watching(http) : http;
    }

    private RetrySchedule schedule(EventsApi http, Payload.Kind kind) {
        if (!kind.isEvent()) {
            return RetrySchedule.NEVER;
        }
        return http != null && settings.delayedEvents() ? RetrySchedule.DELAYED_EVENTS : RetrySchedule.EVENTS;
    }

    /** Sends an earlier payload once more, as a retry that came although it was not needed. */
    Delivery repeat(Delivery earlier) {
        EventsApi http = eventsApi;
        boolean socket = http == null;
        Sender sender = socket ? socketMode : http;
        Sender.Retry retry = Sender.Retry.FIRST.next(socket ? SocketMode.TIMEOUT : EventsApi.TIMEOUT);
        Delivery delivery = deliveries.add(earlier.payload());
        settings.withholding()
                .apply(earlier.payload())
                .ifPresentOrElse(
                        reason -> delivery.settle(Delivery.State.WITHHELD, reason),
                        () -> once(delivery, (again, first, then) -> sender.send(again, retry, then)));
        return delivery;
    }

    Delivery forge(Payload payload, Forgery forgery) {
        return once(deliveries.add(complete(payload)), http().forging(forgery));
    }

    Delivery replay(Delivery earlier) {
        SignedRequest request = earlier.sent()
                .orElseThrow(() -> new IllegalStateException(earlier.id() + " did not go over HTTP"));
        return once(deliveries.add(earlier.payload()), http().replaying(request));
    }

    Delivery challenge() {
        return once(deliveries.add(newChallenge()), http());
    }

    Delivery challenge(URI requestUrl) {
        return once(deliveries.add(newChallenge()), eventsApi(List.of(requestUrl), url -> true));
    }

    private static Payload newChallenge() {
        return new Payload(Payload.Kind.URL_VERIFICATION, JsonTree.object()
                .put("token", Identity.VERIFICATION_TOKEN)
                .put("challenge", Ids.unguessable())
                .put("type", "url_verification"));
    }

    Delivery sslCheck() {
        return notice(Payload.Kind.SSL_CHECK, JsonTree.object()
                .put("ssl_check", "1")
                .put("token", Identity.VERIFICATION_TOKEN));
    }

    private void notice(ObjectNode rateLimited) {
        notice(Payload.Kind.RATE_LIMITED, rateLimited);
    }

    private Delivery notice(Payload.Kind kind, ObjectNode body) {
        return once(deliveries.add(new Payload(kind, body)), http());
    }

    private Delivery once(Delivery delivery, Sender sender) {
        dispatcher.dispatch(delivery, sender, RetrySchedule.NEVER);
        return delivery;
    }

    private EventsApi http() {
        EventsApi http = eventsApi;
        if (http == null) {
            throw new IllegalStateException("There is no request URL: Socket Mode is in use");
        }
        return http;
    }
}
