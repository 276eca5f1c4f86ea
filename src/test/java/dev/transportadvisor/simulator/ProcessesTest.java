package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.Journal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bot of several processes on one local Slack. */
class ProcessesTest {

    /** It does not move by itself: who answers late would be sent the same again, in its turn. */
    private final ManualTimeline timeline = new ManualTimeline();

    private final SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT, timeline);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpServer> servers = new ArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        servers.forEach(server -> server.stop(0));
        slack.close();
    }

    @Test
    void knowsACallAndAConnectionByTheAddressThatTheProcessWasGiven() throws Exception {
        Map<String, String> environment = slack.processes().environment("replica-2");
        assertEquals(slack.url() + "process/replica-2/api/", environment.get("SLACK_API_URL"));

        connect(environment);
        Journal.Call call = slack.journal().calls("apps.connections.open").get(0);
        assertEquals("replica-2", call.process());
        assertTrue(heard.poll(60, TimeUnit.SECONDS).contains("\"num_connections\":1"));
        assertEquals(List.of("replica-2"), slack.connections().stream().map(Connection::process).toList());

        connect(slack.environment());
        assertEquals("", slack.journal().calls("apps.connections.open").get(1).process());
    }

    @Test
    void countsTheConnectionsOfOthersAndTurnsAwayWhoComesAfterTen() throws Exception {
        slack.processes().occupyConnections(9);
        connect(slack.environment());
        assertTrue(heard.poll(60, TimeUnit.SECONDS).contains("\"num_connections\":10"));

        connect(slack.environment());
        assertTrue(heard.poll(60, TimeUnit.SECONDS).contains("too_many_websockets"));
        assertEquals(1, slack.connections().size());

        slack.processes().occupyConnections(0);
        connect(slack.environment());
        assertTrue(heard.poll(60, TimeUnit.SECONDS).contains("\"num_connections\":2"));
    }

    @Test
    void postsToEachInTurn() throws Exception {
        List<URI> urls = List.of(server(200), server(200), server(500));
        slack.processes().useEventsApi(urls, url -> true);
        Delivery first = slack.deliver(Payloads.appMention("hello"));
        first.await(Eventually.BOUND);
        Delivery second = slack.deliver(Payloads.appMention("hello"));
        second.await(Eventually.BOUND);
        assertEquals(urls.get(0).toString(), first.attempts().get(0).via());
        assertEquals(urls.get(1).toString(), second.attempts().get(0).via());

        // Its first attempt fails at the third, and the retry goes to the first.
        Delivery third = slack.deliver(Payloads.appMention("hello"));
        Eventually.holds("tried again", () -> {
            timeline.advance(Duration.ZERO);
            return third.state() == Delivery.State.ACKNOWLEDGED;
        });
        assertEquals(urls.get(2).toString(), third.attempts().get(0).via());
        assertEquals(urls.get(0).toString(), third.attempts().get(1).via());

        Delivery challenge = slack.processes().challenge(urls.get(2));
        challenge.await(Eventually.BOUND);
        assertEquals(urls.get(2).toString(), challenge.attempts().get(0).via());
    }

    @Test
    void passesOverWhoIsOutOfServiceUnlessNobodyIsIn() throws IOException {
        List<URI> urls = List.of(server(200), server(200));
        Set<URI> inService = ConcurrentHashMap.newKeySet();
        inService.add(urls.get(1));
        slack.processes().useEventsApi(urls, inService::contains);
        assertEquals(List.of(urls.get(1), urls.get(1)), List.of(receiver(), receiver()));

        inService.clear();
        assertEquals(Set.copyOf(urls), Set.of(receiver(), receiver()));
    }

    private URI receiver() {
        Delivery delivery = slack.deliver(Payloads.appMention("hello"));
        delivery.await(Eventually.BOUND);
        return URI.create(delivery.attempts().get(0).via());
    }

    private void connect(Map<String, String> environment) throws Exception {
        URI open = URI.create(environment.get("SLACK_API_URL") + "apps.connections.open");
        HttpRequest request = HttpRequest.newBuilder(open)
                .header("Authorization", "Bearer " + environment.get("SLACK_APP_TOKEN"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        URI socket = URI.create(JsonTree.parseObject(answer).orElseThrow().path("url").asString());
        client.newWebSocketBuilder().buildAsync(socket, new Listener()).join();
    }

    private URI server(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.add(data.toString());
            from.request(1);
            return null;
        }
    }
}
