package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.control.ControlApi;
import dev.transportadvisor.simulator.control.LocalSlack;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.http.LocalServer;
import dev.transportadvisor.simulator.install.Departures;
import dev.transportadvisor.simulator.people.People;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.story.Storyteller;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.SystemTimeline;
import dev.transportadvisor.simulator.time.Timeline;
import dev.transportadvisor.simulator.web.Faults;
import dev.transportadvisor.simulator.web.Journal;
import dev.transportadvisor.simulator.web.WebApi;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A local Slack: one workspace, one app, both transports. It listens on loopback only and sends nothing elsewhere.
 * Safe for use by many threads.
 */
public final class SlackSimulator implements LocalSlack, AutoCloseable {

    private final Timeline timeline;
    private final Parts parts;
    private final LocalServer server;
    private volatile Watcher watcher = Watcher.NOBODY;

    private SlackSimulator(SimulatorSettings settings, Timeline timeline) {
        this.timeline = timeline;
        parts = Parts.of(settings, timeline, this::port, connection -> watcher.changed(connection));
        Routes routes =
                new Routes(parts.webApi(), parts.responseUrls(), parts.authorizePage(), new ControlApi(this));
        server = new LocalServer(settings.port(), routes::answer, parts.door()::open);
    }

    /** A local Slack on a free port, with Socket Mode, in real time. */
    public static SlackSimulator start() {
        return start(SimulatorSettings.DEFAULT);
    }

    /** @throws dev.transportadvisor.source.InputException if something else listens on the port */
    public static SlackSimulator start(SimulatorSettings settings) {
        return start(settings, new SystemTimeline());
    }

    /**
     * A local Slack that lives by a given clock.
     *
     * @throws dev.transportadvisor.source.InputException if something else listens on the port
     */
    public static SlackSimulator start(SimulatorSettings settings, Timeline timeline) {
        return new SlackSimulator(settings, timeline);
    }

    public int port() {
        return server.port();
    }

    /** Where its page is. */
    public String url() {
        return url("/");
    }

    @Override
    public String apiUrl() {
        return url(WebApi.PATH);
    }

    /** What a bot needs in its environment, where there is one process of it. */
    public Map<String, String> environment() {
        return parts.processes().environment();
    }

    /** For a bot of several processes. */
    public Processes processes() {
        return parts.processes();
    }

    @Override
    public void useEventsApi(URI requestUrl) {
        parts.deliverer().useEventsApi(requestUrl);
    }

    @Override
    public void useSocketMode() {
        parts.deliverer().useSocketMode();
    }

    @Override
    public Optional<URI> requestUrl() {
        return parts.deliverer().requestUrl();
    }

    @Override
    public Installation installation() {
        return parts.departures().installations().home();
    }

    @Override
    public void install(Installation where) {
        parts.departures().installations().setHome(where);
    }

    @Override
    public Departures departures() {
        return parts.departures();
    }

    @Override
    public Delivery deliver(Payload payload) {
        return parts.deliverer().deliver(payload);
    }

    @Override
    public Delivery repeat(Delivery earlier) {
        return parts.deliverer().repeat(earlier);
    }

    @Override
    public Delivery forge(Payload payload, Forgery forgery) {
        return parts.deliverer().forge(payload, forgery);
    }

    @Override
    public Delivery replay(Delivery earlier) {
        return parts.deliverer().replay(earlier);
    }

    @Override
    public Delivery challenge() {
        return parts.deliverer().challenge();
    }

    @Override
    public Delivery sslCheck() {
        return parts.deliverer().sslCheck();
    }

    @Override
    public boolean eventsEnabled() {
        return parts.deliverer().subscription().isEnabled();
    }

    @Override
    public void enableEvents() {
        parts.deliverer().subscription().enable();
    }

    @Override
    public List<Connection> connections() {
        return parts.socketMode().connections();
    }

    @Override
    public List<Delivery> deliveries() {
        return parts.deliveries().all();
    }

    @Override
    public Optional<Delivery> delivery(String id) {
        return parts.deliveries().find(id);
    }

    /** From now on, tells of what happens. */
    public void watch(Watcher by) {
        watcher = by;
        parts.deliveries().watch(by::settled);
    }

    /** Tells what has happened so far, and goes on from what has happened in another run. */
    public Storyteller storyteller() {
        return new Storyteller(parts.people(), parts.deliveries());
    }

    @Override
    public People people() {
        return parts.people();
    }

    @Override
    public Changes changes() {
        return parts.changes();
    }

    @Override
    public Journal journal() {
        return parts.journal();
    }

    @Override
    public Faults faults() {
        return parts.webApi().faults();
    }

    @Override
    public void close() {
        timeline.close();
        server.close();
    }

    private String url(String path) {
        return LocalServer.url(port(), path);
    }
}
