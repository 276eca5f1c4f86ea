package dev.transportadvisor.simulator.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.time.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A bot's side of the Events API, made of nothing but the JDK. */
public final class HttpBot implements AutoCloseable {

    final List<Request> received = new CopyOnWriteArrayList<>();

    private final BlockingQueue<Request> unread = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<Request, Response> response;
    private final HttpServer server;

    /** @param headers by their names as Java's server normalises them, such as {@code X-slack-signature} */
    public record Request(String path, Map<String, List<String>> headers, byte[] bytes) {

        String header(String name) {
            String normalised = name.substring(0, 1).toUpperCase(Locale.ROOT)
                    + name.substring(1).toLowerCase(Locale.ROOT);
            return headers.getOrDefault(normalised, List.of("")).get(0);
        }

        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        void assertSigned(Instant at) {
            assertEquals("" + at.getEpochSecond(), header("X-Slack-Request-Timestamp"));
            assertEquals(rightSignature(), header("X-Slack-Signature"));
        }

        /** The one that its bytes should have at the time that it says. */
        String rightSignature() {
            long timestamp = Long.parseLong(header("X-Slack-Request-Timestamp"));
            return Signature.of(Identity.SIGNING_SECRET, timestamp, bytes);
        }
    }

    public record Response(int status, Map<String, String> headers, String body) {

        public static Response of(int status) {
            return new Response(status, Map.of(), "");
        }

        static Response ok(String body) {
            return new Response(200, Map.of(), body);
        }
    }

    public HttpBot(Function<Request, Response> response) {
        this(0, response);
    }

    /** @param port 0 for a free one */
    public HttpBot(int port, Function<Request, Response> response) {
        this.response = response;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    /** The next request that has not been looked at. */
    Request next() throws InterruptedException {
        Request request = unread.poll(Eventually.BOUND.toSeconds(), TimeUnit.SECONDS);
        assertTrue(request != null, "nothing came");
        return request;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes());
        received.add(request);
        unread.add(request);
        Response answer = response.apply(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
