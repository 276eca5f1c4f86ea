package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.control.ControlApi;
import dev.transportadvisor.simulator.control.LocalSlack;
import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.delivery.Deliveries;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.SlackFields;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.http.LocalServer;
import dev.transportadvisor.simulator.install.AuthorizePage;
import dev.transportadvisor.simulator.install.Departures;
import dev.transportadvisor.simulator.install.Installations;
import dev.transportadvisor.simulator.people.People;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.socket.SocketMode;
import dev.transportadvisor.simulator.story.Storyteller;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.SystemTimeline;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import dev.transportadvisor.simulator.web.Faults;
import dev.transportadvisor.simulator.web.Journal;
import dev.transportadvisor.simulator.web.OAuthMethods;
import dev.transportadvisor.simulator.web.ResponseUrls;
import dev.transportadvisor.simulator.web.WebApi;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A local Slack: one workspace, one app, both transports. It listens on loopback only and sends nothing elsewhere.
 * Safe for use by many threads.
 */
public final class SlackSimulator implements LocalSlack, AutoCloseable {

    private final Timeline timeline;
    private final Changes changes = new Changes();
    private final Journal journal = new Journal(changes);
    private final WebApi webApi;
    private final Deliveries deliveries;
    private final SocketMode socketMode;
    private final Deliverer deliverer;
    private final Departures departures;
    private final Processes processes;
    private final People people;
    private final LocalServer server;
    private volatile Installation installation;
    private volatile Watcher watcher = Watcher.NOBODY;

    private SlackSimulator(SimulatorSettings settings, Timeline timeline) {
        this.timeline = timeline;
        installation = settings.installation();
        TimeScale scale = new TimeScale(settings.timeScale());
        Conversations conversations = new Conversations(timeline, changes);
        Views views = new Views(changes);
        deliveries = new Deliveries(timeline, changes);
        socketMode = new SocketMode(timeline, scale, this::changed);
        SocketDoor door = new SocketDoor(socketMode);
        ResponseUrls responseUrls = new ResponseUrls(timeline, scale, journal, conversations);
        Installations installations = new Installations(timeline, settings.oauth());
        departures = new Departures(installations, this::deliver);
        webApi = new WebApi(
                timeline,
                journal,
                conversations,
                views,
                this::url,
                process -> door.url(port(), process),
                this::installation,
                new OAuthMethods(installations, departures),
                settings.scopes(),
                settings.manifestValidator());
        SlackFields slackFields = new SlackFields(
                timeline, conversations::timestamp, webApi::triggerId, given -> url(responseUrls.issue(given)));
        deliverer = new Deliverer(
                settings.delivery(),
                timeline,
                scale,
                deliveries,
                slackFields,
                team -> installations.serving(team, installation),
                socketMode);
        processes = new Processes(this::url, settings.oauth(), deliverer, socketMode);
        people = People.with(deliverer::deliver, conversations, views);
        AuthorizePage authorizePage = new AuthorizePage(
                installations, settings.scopes().getOrDefault(TokenKind.BOT, Set.of()), this::requestUrl);
        Routes routes = new Routes(webApi, responseUrls, authorizePage, new ControlApi(this));
        server = new LocalServer(settings.port(), routes::answer, door::open);
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
        return processes.environment();
    }

    /** For a bot of several processes. */
    public Processes processes() {
        return processes;
    }

    @Override
    public void useEventsApi(URI requestUrl) {
        deliverer.useEventsApi(requestUrl);
    }

    @Override
    public void useSocketMode() {
        deliverer.useSocketMode();
    }

    @Override
    public Optional<URI> requestUrl() {
        return deliverer.requestUrl();
    }

    @Override
    public Installation installation() {
        return installation;
    }

    @Override
    public void install(Installation where) {
        installation = where;
    }

    @Override
    public Departures departures() {
        return departures;
    }

    @Override
    public Delivery deliver(Payload payload) {
        return deliverer.deliver(payload);
    }

    @Override
    public Delivery repeat(Delivery earlier) {
        return deliverer.repeat(earlier);
    }

    @Override
    public Delivery forge(Payload payload, Forgery forgery) {
        return deliverer.forge(payload, forgery);
    }

    @Override
    public Delivery replay(Delivery earlier) {
        return deliverer.replay(earlier);
    }

    @Override
    public Delivery challenge() {
        return deliverer.challenge();
    }

    @Override
    public Delivery sslCheck() {
        return deliverer.sslCheck();
    }

    @Override
    public boolean eventsEnabled() {
        return deliverer.subscription().isEnabled();
    }

    @Override
    public void enableEvents() {
        deliverer.subscription().enable();
    }

    @Override
    public List<Connection> connections() {
        return socketMode.connections();
    }

    @Override
    public List<Delivery> deliveries() {
        return deliveries.all();
    }

    @Override
    public Optional<Delivery> delivery(String id) {
        return deliveries.find(id);
    }

    /** From now on, tells of what happens. */
    public void watch(Watcher by) {
        watcher = by;
        deliveries.watch(by::settled);
    }

    /** Tells what has happened so far, and goes on from what has happened in another run. */
    public Storyteller storyteller() {
        return new Storyteller(people, deliveries);
    }

    private void changed(Connection connection) {
        changes.happened();
        watcher.changed(connection);
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Faults faults() {
        return webApi.faults();
    }

    @Override
    public void close() {
        timeline.close();
        server.close();
    }

    private String url(String path) {
        return "http://" + LocalServer.HOST + ":" + port() + path;
    }
}
