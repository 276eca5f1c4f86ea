package dev.transportadvisor.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process of its own: Bolt for Java as its guides show it, with one listener, which acknowledges, and takes its time
 * when it is told so. Over HTTP it stands on the JDK's own server, the smallest there is.
 */
final class BoltForJava {

    /** Where it is started. */
    static final Path FOLDER = Path.of("target/bots").toAbsolutePath();

    static final List<String> START = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            absoluteClassPath(),
            BoltForJava.class.getName());

    private BoltForJava() {}

    /** @return empty: it is on the class path, with Java */
    static Optional<String> install() {
        return Optional.empty();
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void main(String... arguments) throws Exception {
        App app = app(System.getenv());
        if (System.getenv("SLACK_TRANSPORT").equals("socket-mode")) {
            new SocketModeApp(System.getenv("SLACK_APP_TOKEN"), SocketModeClient.Backend.JavaWebSocket, app).start();
        } else {
            serve(app, Integer.parseInt(System.getenv("PORT")));
        }
    }

    private static App app(Map<String, String> environment) {
        SlackConfig slack = new SlackConfig();
        slack.setMethodsEndpointUrlPrefix(environment.get("SLACK_API_URL"));
        App app = new App(AppConfig.builder()
                .slack(Slack.getInstance(slack))
                .singleTeamBotToken(environment.get("SLACK_BOT_TOKEN"))
                .signingSecret(environment.get("SLACK_SIGNING_SECRET"))
                .build());
        app.event(MessageEvent.class, (payload, context) -> {
            if (payload.getEvent().getText().equals("slow")) {
                LockSupport.parkNanos(50_000_000);
            }
            return context.ack();
        });
        return app;
    }

    private static void serve(App app, int port) throws IOException {
        app.start();
        SlackRequestParser parser = new SlackRequestParser(app.config());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> handle(app, parser, exchange));
        server.start();
    }

    private static void handle(App app, SlackRequestParser parser, HttpExchange exchange) throws IOException {
        Response response = run(app, parser, exchange);
        byte[] body = response.getBody() == null ? new byte[0] : response.getBody().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Response run(App app, SlackRequestParser parser, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            return app.run(parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(exchange.getRequestURI().getPath())
                    .queryString(Map.of())
                    .requestBody(new String(body, StandardCharsets.UTF_8))
                    .headers(new RequestHeaders(exchange.getRequestHeaders()))
                    .remoteAddress("127.0.0.1")
                    .build()));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
