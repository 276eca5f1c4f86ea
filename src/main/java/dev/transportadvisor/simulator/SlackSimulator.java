package dev.transportadvisor.simulator;

import dev.transportadvisor.source.BuiltinFiles;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A local Slack: one workspace, one app, both transports. It listens on loopback only and sends nothing elsewhere.
 * Safe for use by many threads.
 */
public final class SlackSimulator implements AutoCloseable {

    private static final String METHODS = "rules/web-api-methods.yaml";

    private final Timeline timeline;
    private final Journal journal = new Journal();
    private final Faults faults;
    private final Deliveries deliveries;
    private final SocketMode socketMode;
    private final Deliverer deliverer;
    private final LocalServer server;

    SlackSimulator(SimulatorSettings settings, Timeline timeline) {
        this.timeline = timeline;
        TimeScale scale = new TimeScale(settings.timeScale());
        faults = new Faults(timeline);
        deliveries = new Deliveries(timeline);
        socketMode = new SocketMode(timeline, scale);
        ResponseUrls responseUrls = new ResponseUrls(timeline, scale, journal);
        Workspace workspace = new Workspace(timeline);
        Triggers triggers = new Triggers(timeline);
        Grants grants = new Grants(settings.scopes(), MethodScopes.read(BuiltinFiles.rules().read(METHODS)));
        AppMethods apps = new AppMethods(this::socketUrl, grants, settings.manifestValidator());
        WebApi webApi =
                new WebApi(ApiMethods.of(apps, workspace, triggers), grants, faults, journal, timeline);
        Stamps stamps = new Stamps(timeline, workspace, triggers, () -> url(responseUrls.issue()));
        deliverer = new Deliverer(settings, timeline, deliveries, stamps, socketMode);
        Routes routes = new Routes(webApi, responseUrls, new ControlApi(this));
        server = new LocalServer(settings.port(), routes::answer, this::connection);
    }

    /** A local Slack on a free port, with Socket Mode, in real time. */
    public static SlackSimulator start() {
        return start(SimulatorSettings.DEFAULT);
    }

    /** @throws dev.transportadvisor.source.InputException if something else listens on the port */
    public static SlackSimulator start(SimulatorSettings settings) {
        return new SlackSimulator(settings, new SystemTimeline());
    }

    public int port() {
        return server.port();
    }

    /** Where its page is. */
    public String url() {
        return url("/");
    }

    /** Where the Web API is, ending in {@code /api/}. */
    public String apiUrl() {
        return url(WebApi.PATH);
    }

    /** What a bot needs in its environment: SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET. */
    public Map<String, String> environment() {
        return Identity.environment(apiUrl());
    }

    /**
     * Switches Socket Mode off: from now on, payloads are posted to this URL.
     *
     * @throws IllegalArgumentException if it is no HTTP URL of this machine
     */
    public void useEventsApi(URI requestUrl) {
        deliverer.useEventsApi(requestUrl);
    }

    /** Switches Socket Mode on. */
    public void useSocketMode() {
        deliverer.useSocketMode();
    }

    /** Where payloads are posted; empty with Socket Mode. */
    public Optional<URI> requestUrl() {
        return deliverer.requestUrl();
    }

    /** Sends a payload over the transport in use; an event is retried as Slack does. */
    public Delivery deliver(Payload payload) {
        return deliverer.deliver(payload);
    }

    /** Sends the payload of an earlier delivery once more, marked as a first retry. */
    public Delivery repeat(Delivery earlier) {
        return deliverer.repeat(earlier);
    }

    /**
     * Posts a payload in a way that the bot must refuse, once.
     *
     * @throws IllegalStateException with Socket Mode, where nothing is signed
     */
    public Delivery forge(Payload payload, Forgery forgery) {
        return deliverer.forge(payload, forgery);
    }

    /**
     * Posts the last request of an earlier delivery again, byte for byte.
     *
     * @throws IllegalStateException if it did not go over HTTP, or with Socket Mode
     */
    public Delivery replay(Delivery earlier) {
        return deliverer.replay(earlier);
    }

    /**
     * Checks the request URL, as Slack does when it is saved; acknowledged if the bot answers the challenge.
     *
     * @throws IllegalStateException with Socket Mode
     */
    public Delivery challenge() {
        return deliverer.challenge();
    }

    /**
     * Checks the certificate of a slash command's URL, as Slack does now and then.
     *
     * @throws IllegalStateException with Socket Mode
     */
    public Delivery sslCheck() {
        return deliverer.sslCheck();
    }

    /** Whether events are still sent over HTTP, or Slack has switched them off because nearly all failed. */
    public boolean eventsEnabled() {
        return deliverer.subscription().isEnabled();
    }

    /** Switches events on again, as the owner of an app does by hand. */
    public void enableEvents() {
        deliverer.subscription().enable();
    }

    /** The connections that are not closed, the oldest first. */
    public List<Connection> connections() {
        return socketMode.connections();
    }

    /** Every payload so far, the first one first. */
    public List<Delivery> deliveries() {
        return deliveries.all();
    }

    /** @param id as a delivery has it */
    public Optional<Delivery> delivery(String id) {
        return deliveries.find(id);
    }

    public Journal journal() {
        return journal;
    }

    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        timeline.close();
        server.close();
    }

    private Optional<SocketConnection> connection(WebRequest request) {
        boolean isShort = request.parameter("debug_reconnects").equals("true");
        Duration life = isShort ? Limits.DEBUG_CONNECTION_LIFE : Limits.CONNECTION_LIFE;
        return Visitors.areWelcome(request) ? socketMode.redeem(request.parameter("ticket"), life) : Optional.empty();
    }

    private String socketUrl() {
        return "ws://" + LocalServer.HOST + ":" + port() + LocalServer.SOCKET_PATH + "?ticket=" + socketMode.ticket()
                + "&app_id=" + Identity.APP;
    }

    private String url(String path) {
        return "http://" + LocalServer.HOST + ":" + port() + path;
    }
}
