package com.example.slackbot;

import com.example.slackbot.runtime.Service;
import com.example.slackbot.runtime.Transport;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
// region inbox
import java.util.UUID;
// endregion
import java.util.concurrent.Callable;

/** The bot as Main starts it, inside the test's JVM, next to a Slack of its own. */
public final class RunningBot implements AutoCloseable {
    public static final String SIGNING_SECRET = "signing-secret-for-loopback";
    public static final String CLASS_PATH = System.getProperty("java.class.path");

    /** Windows cannot do without the first ones, and Java takes the letters of file names from the others. */
    private static final Set<String> PASSED_ON = Set.of("SystemRoot", "TEMP", "TMP", "LANG", "LC_ALL", "LC_CTYPE");

    /** Long enough for a bot that takes all of its time to start or to stop, on a machine that is busy. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public final PretendSlack slack;
    public final Service bot;
    public final Delivery delivery;

    private RunningBot(PretendSlack slack, Transport.Kind transport, Map<String, String> environment) throws Exception {
        this.slack = slack;
        bot = Bot.of(Settings.read(environment, ""));
        bot.start();
        delivery = switch (transport) {
            case SOCKET_MODE -> new Delivery.OverSocket(slack.socket);
            case EVENTS_API -> new Delivery.OverHttp(bot.port(), SIGNING_SECRET);
        };
    }

    /** Starts a bot and waits until it is ready. */
    public static RunningBot start(Transport.Kind transport) throws Exception {
        RunningBot running = startUnready(new PretendSlack(), transport);
        eventually(() -> readyz(running.bot.port()).statusCode() == 200);
        return running;
    }

    static RunningBot startUnready(PretendSlack slack, Transport.Kind transport) throws Exception {
        return new RunningBot(slack, transport, environment(slack, transport));
    }

    // region workspaces
    /** Starts a bot in another environment, and waits until it is ready. */
    public static RunningBot start(PretendSlack slack, Transport.Kind transport, Map<String, String> environment)
            throws Exception {
        RunningBot running = new RunningBot(slack, transport, environment);
        eventually(() -> readyz(running.bot.port()).statusCode() == 200);
        return running;
    }

    // endregion
    public static Map<String, String> environment(PretendSlack slack, Transport.Kind transport) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SLACK_TRANSPORT", transport.toString(),
                "SLACK_BOT_TOKEN", "xoxb-test-token-for-loopback",
                "SLACK_APP_TOKEN", "xapp-test-token-for-loopback",
                "SLACK_SIGNING_SECRET", SIGNING_SECRET,
                "SLACK_API_URL", slack.apiUrl(),
                "PORT", "0"));
        // region inbox
        environment.put("DATA_DIR", "target/data/" + UUID.randomUUID());
        // endregion
        return environment;
    }

    /** The bot as a process of its own, with these variables and none of those that the tests were started with. */
    public static ProcessBuilder process(String classPath, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", classPath, Main.class.getName());
        builder.environment().keySet().retainAll(PASSED_ON);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Waits, within bounds, for something that happens on another thread. */
    public static void eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(10);
        }
    }

    public static HttpResponse<String> readyz(int port) throws Exception {
        return get(port, "/readyz");
    }

    public static HttpResponse<String> get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonObject readiness() throws Exception {
        return JsonParser.parseString(readyz(bot.port()).body()).getAsJsonObject();
    }

    @Override
    public void close() {
        slack.repliesAllowed.release(1_000_000);
        bot.close();
        slack.close();
    }
}
