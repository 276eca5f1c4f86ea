package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.delivery.Deliveries;
import dev.transportadvisor.simulator.delivery.SlackFields;
import dev.transportadvisor.simulator.http.LocalServer;
import dev.transportadvisor.simulator.install.AuthorizePage;
import dev.transportadvisor.simulator.install.Departures;
import dev.transportadvisor.simulator.install.Installations;
import dev.transportadvisor.simulator.people.People;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.socket.SocketMode;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import dev.transportadvisor.simulator.web.Journal;
import dev.transportadvisor.simulator.web.ResponseUrls;
import dev.transportadvisor.simulator.web.Triggers;
import dev.transportadvisor.simulator.web.WebApi;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * What a local Slack is made of, but for the server that listens: each part is given those that it works with.
 *
 * @param deliverer sends over the transport in use, and keeps what it sends among the deliveries
 * @param door where WebSockets come in
 */
record Parts(
        Changes changes,
        Journal journal,
        People people,
        Deliveries deliveries,
        Deliverer deliverer,
        SocketMode socketMode,
        SocketDoor door,
        Departures departures,
        Processes processes,
        WebApi webApi,
        ResponseUrls responseUrls,
        AuthorizePage authorizePage) {

    /**
     * @param port on which the server listens, once it does
     * @param changed is told of every connection that is in another state
     */
    static Parts of(SimulatorSettings settings, Timeline timeline, IntSupplier port, Consumer<Connection> changed) {
        TimeScale scale = new TimeScale(settings.timeScale());
        UnaryOperator<String> url = path -> LocalServer.url(port.getAsInt(), path);
        Changes changes = new Changes();
        Journal journal = new Journal(changes);
        Conversations conversations = new Conversations(timeline, changes);
        Views views = new Views(changes);
        Deliveries deliveries = new Deliveries(timeline, changes);
        Triggers triggers = new Triggers(timeline);
        ResponseUrls responseUrls = new ResponseUrls(timeline, scale, journal, conversations);
        SlackFields slackFields = new SlackFields(
                timeline, conversations::timestamp, triggers::issue, given -> url.apply(responseUrls.issue(given)));
        SocketMode socketMode = new SocketMode(timeline, scale, connection -> {
            changes.happened();
            changed.accept(connection);
        });
        SocketDoor door = new SocketDoor(socketMode);
        Installations installations = new Installations(timeline, settings.oauth(), settings.installation());
        Deliverer deliverer = new Deliverer(
                settings.delivery(), timeline, scale, deliveries, slackFields, installations::serving, socketMode);
        Departures departures = new Departures(installations, deliverer::deliver);
        WebApi webApi = new WebApi(
                timeline, journal, conversations, views, triggers, url, process -> door.url(port.getAsInt(), process),
                departures, settings.scopes(), settings.manifestValidator());
        AuthorizePage authorizePage = new AuthorizePage(
                installations, settings.scopes().getOrDefault(TokenKind.BOT, Set.of()), deliverer::requestUrl);
        return new Parts(
                changes, journal, People.with(deliverer::deliver, conversations, views), deliveries, deliverer,
                socketMode, door, departures, new Processes(url, settings.oauth(), deliverer, socketMode), webApi,
                responseUrls, authorizePage);
    }
}
