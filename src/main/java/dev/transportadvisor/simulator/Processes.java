package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.socket.SocketMode;
import dev.transportadvisor.simulator.web.ApiPath;
import dev.transportadvisor.simulator.web.WebApi;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A bot of several processes, as replicas are. Slack cannot tell them apart; the local Slack can by the address of its
 * Web API, of which each process may have one of its own: its calls and connections then bear its name.
 */
public final class Processes {

    private final UnaryOperator<String> url;
    private final OAuthApp app;
    private final Deliverer deliverer;
    private final SocketMode socketMode;

    /** @param url of the local Slack for a path */
    Processes(UnaryOperator<String> url, OAuthApp app, Deliverer deliverer, SocketMode socketMode) {
        this.url = url;
        this.app = app;
        this.deliverer = deliverer;
        this.socketMode = socketMode;
    }

    /** What a bot needs in its environment, where there is one process of it. */
    Map<String, String> environment() {
        return at(WebApi.PATH);
    }

    /**
     * What a process needs in its environment.
     *
     * @param process its name: small letters, digits and hyphens
     */
    public Map<String, String> environment(String process) {
        return at(ApiPath.base(process));
    }

    private Map<String, String> at(String path) {
        Map<String, String> environment = Identity.environment(url.apply(path));
        if (app.isDistributed()) {
            environment.putAll(Identity.ofDistributedApp());
        }
        return environment;
    }

    /**
     * Posts to the processes in turn, as a load balancer before them does.
     *
     * @param requestUrls one of each process
     * @param inService whether the balancer sends a process anything at the moment; where none is in service, it
     *     tries all
     * @throws IllegalArgumentException if one is no HTTP URL of this machine
     */
    public void useEventsApi(List<URI> requestUrls, Predicate<URI> inService) {
        deliverer.useEventsApi(requestUrls, inService);
    }

    /** Checks the request URL of one process. */
    public Delivery challenge(URI requestUrl) {
        return deliverer.challenge(requestUrl);
    }

    /**
     * Lets others that belong to the app hold so many of its WebSockets. They count, and are sent nothing.
     *
     * @param count 0 to give them up
     */
    public void occupyConnections(int count) {
        socketMode.occupy(count);
    }
}
