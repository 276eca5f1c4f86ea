package com.example.slackbot;

// region inbox
import com.example.slackbot.feature.inbox.Inbox;
// endregion
// region metrics
import com.example.slackbot.feature.metrics.Metrics;
// endregion
// region private-systems
import com.example.slackbot.feature.privatesystems.Desk;
import com.example.slackbot.feature.privatesystems.InMemoryPendingRequests;
import com.example.slackbot.feature.privatesystems.PendingRequests;
// endregion
// region inbox private-systems
import com.example.slackbot.feature.privatesystems.StoredPendingRequests;
// endregion
import com.example.slackbot.runtime.EventsApiTransport;
import com.example.slackbot.runtime.HttpServer;
import com.example.slackbot.runtime.OncePerDelivery;
import com.example.slackbot.runtime.Readiness;
import com.example.slackbot.runtime.SeenDeliveries;
import com.example.slackbot.runtime.Service;
import com.example.slackbot.runtime.SlackApp;
import com.example.slackbot.runtime.SocketModeTransport;
import com.example.slackbot.runtime.Transport;
import com.example.slackbot.runtime.WorkQueue;
import com.slack.api.bolt.middleware.Middleware;

/** The parts put together. */
final class Bot {
    static final String NAME = "example-slack-bot";

    private Bot() {}

    static Service of(Settings settings) {
        Readiness readiness = new Readiness(settings.transport());
        HttpServer http = new HttpServer(settings.address(), readiness);
        WorkQueue work = new WorkQueue.InMemory();
        Middleware first = new OncePerDelivery(new SeenDeliveries());
        // region inbox
        Inbox inbox = new Inbox(settings.database(), readiness);
        work = inbox;
        first = inbox;
        // endregion
        // region metrics
        first = new Metrics(http, readiness, work).counting(first);
        // endregion
        // region inbox
        first = inbox.unlessPlayed(first);
        // endregion
        SlackApp slack = new SlackApp(settings.botToken(), settings.apiUrl(), first);
        // region workspaces
        if (settings.workspaces() != null) {
            slack = settings.workspaces().app(settings.database(), http, settings.apiUrl(), first);
        }
        // endregion
        // region inbox
        inbox.playTo(slack.app());
        // endregion
        // region private-systems
        PendingRequests pending = new InMemoryPendingRequests();
        // endregion
        // region inbox private-systems
        pending = StoredPendingRequests.in(settings.database(), pending);
        // endregion
        Listeners listeners = new Listeners(
                // region private-systems
                new Desk(settings.systems(), pending, work),
                // endregion
                work);
        listeners.register(slack.app());
        Transport transport = switch (settings.transport()) {
            case SOCKET_MODE -> new SocketModeTransport(slack.app(), settings.appToken(), readiness);
            case EVENTS_API -> new EventsApiTransport(slack.app(), settings.signingSecret(), readiness, http);
        };
        return new Service(NAME, readiness, http, slack, transport, work);
    }
}
