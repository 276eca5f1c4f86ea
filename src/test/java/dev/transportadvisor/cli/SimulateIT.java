package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.testing.Bounded;
import dev.transportadvisor.testing.Finished;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local Slack as a user starts and stops it. */
class SimulateIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = System.getProperty("packaged.jar");
    private static final int VARIABLES = 5;
    private static final int EVENTS = 200;
    private static final String CONFIGURATION_TOKEN = "xoxe.xoxp-" + "local-slack-configuration-token";

    @TempDir
    Path folder;

    @Test
    void runsUntilCtrlC() throws Exception {
        Process process = start(List.of(), "simulate", "--port", "0");
        try {
            Map<String, String> environment = environment(process);
            assertTrue(environment.get("SLACK_API_URL").matches("http://127\\.0\\.0\\.1:\\d+/api/"));
            assertTrue(environment.get("SLACK_APP_TOKEN").startsWith("xapp-"));
            assertTrue(environment.get("SLACK_SIGNING_SECRET").length() >= 16);
            assertEquals("socket-mode", environment.get("SLACK_TRANSPORT"));

            HttpResponse<String> response = post(
                    environment.get("SLACK_API_URL") + "apps.connections.open",
                    environment.get("SLACK_APP_TOKEN"),
                    "{}");
            assertTrue(response.body().startsWith("{\"ok\":true,\"url\":\"ws://127.0.0.1:"), response.body());

            interrupt(process);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it stops");
            assertEquals(ExitCode.INTERRUPTED.status(), process.exitValue());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void tellsOfDeliveriesAndKeepsThem() throws Exception {
        Path story = folder.resolve("story.json");
        String event = "{\"type\":\"message\",\"text\":\"Good morning\"}";
        Process process = start(List.of(), "simulate", "--port", "0", "--save", story.toString());
        try {
            String slack = environment(process).get("SLACK_API_URL").replace("/api/", "/");
            post(slack + "simulator/events", "", event);
            String answer = post(slack + "simulator/commands", "", "{\"command\":\"/hi\"}").body();
            String id = answer.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
            get(slack + "simulator/deliveries/" + id + "?wait=25");
            interrupt(process);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it stops");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertTrue(Files.readString(folder.resolve("err")).contains(" /hi failed: no_connection\n"));
        assertTrue(Files.readString(story).contains("Good morning"));

        Process next = start(List.of(), "simulate", "--port", "0", "--quiet", "--save", story.toString());
        try {
            String slack = environment(next).get("SLACK_API_URL").replace("/api/", "/");
            assertTrue(get(slack + "simulator/changes").contains("Good morning"));
        } finally {
            next.destroyForcibly().waitFor();
        }
    }

    @Test
    void goesByAManifest() throws Exception {
        Path manifest = Files.writeString(folder.resolve("manifest.yaml"), """
                display_information: {name: deploy-bot}
                oauth_config: {scopes: {bot: [chat:write]}}
                """);
        Process process = start(List.of(), "simulate", "--port", "0", "--manifest", manifest.toString());
        try {
            Map<String, String> environment = environment(process);
            String slack = environment.get("SLACK_API_URL").replace("/api/", "/");
            assertTrue(
                    Files.readString(folder.resolve("err"))
                            .replaceAll("\\s+", " ")
                            .contains(manifest + " does not turn Socket Mode on, so that Slack itself would post to the"
                                    + " bot, as the local one does with --request-url."),
                    () -> "no word about the transport");

            String withheld = post(slack + "simulator/events", "", "{\"type\":\"app_mention\"}").body();
            assertTrue(withheld.contains("\"state\":\"withheld\",\"reason\":\"The manifest does not subscribe to"
                    + " `app_mention`"), withheld);
            String invalid = post(slack + "api/apps.manifest.validate", CONFIGURATION_TOKEN, "{\"manifest\":\"{}\"}")
                    .body();
            assertTrue(
                    invalid.startsWith("{\"ok\":false,\"error\":\"invalid_manifest\",\"errors\":[{\"message\":\""),
                    invalid);
            String refused = post(slack + "api/users.info", environment.get("SLACK_BOT_TOKEN"), "{}").body();
            assertEquals(
                    "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read\",\"provided\":\"chat:write\"}",
                    refused);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What comes in is remembered, and memory runs out in a thread of the server. */
    @Test
    void memoryThatRunsOutEndsItWithASentence() throws Exception {
        Process process = start(List.of("-Xmx48m"), "simulate", "--port", "0");
        try {
            String slack = environment(process).get("SLACK_API_URL").replace("/api/", "/");
            String large = "{\"type\":\"app_mention\",\"text\":\"" + "x".repeat(3_000_000) + "\"}";
            assertThrows(IOException.class, () -> {
                while (true) {
                    post(slack + "simulator/events", "", large);
                }
            });
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
            assertEquals(ExitCode.FAILURE.status(), process.exitValue());
            String last = Files.readString(folder.resolve("err"));
            assertTrue(last.contains("error: Java has run out of memory. "), last);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void twoCoresNeedNoThreadForEachAnswer() throws Exception {
        CountDownLatch requests = new CountDownLatch(EVENTS);
        HttpServer bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            requests.countDown();
        });
        bot.start();
        Path threads = folder.resolve("threads");
        List<String> twoCores = List.of("-XX:ActiveProcessorCount=2", "-Xlog:os+thread=info:file=" + threads);
        String url = "http://127.0.0.1:" + bot.getAddress().getPort() + "/";
        Process process = start(twoCores, "simulate", "--port", "0", "--request-url", url);
        try {
            Map<String, String> environment = environment(process);
            assertEquals("events-api", environment.get("SLACK_TRANSPORT"));
            String slack = environment.get("SLACK_API_URL").replace("/api/", "/");
            for (int i = 0; i < EVENTS; i++) {
                post(slack + "simulator/events", "", "{\"type\":\"app_mention\"}");
            }
            assertTrue(requests.await(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly().waitFor();
            bot.stop(0);
        }
        try (Stream<String> lines = Files.lines(threads)) {
            long started = lines.filter(line -> line.contains(" started (")).count();
            assertTrue(started > 0 && started < EVENTS, started + " threads");
        }
    }

    @Test
    void theOtherCommandsDoNotPayForIt() throws Exception {
        Finished run = Finished.run(
                folder,
                Map.of(),
                60,
                List.of(JAVA, "-Xlog:class+load", "-jar", Path.of(JAR).toAbsolutePath().toString(), "recommend",
                        Path.of("samples/deploy-bot.yaml").toAbsolutePath().toString()));
        assertEquals(0, run.status());
        List<String> loaded = run.out()
                .lines()
                .filter(line -> line.contains("org.eclipse.jetty")
                        || line.contains("dev.transportadvisor.simulator")
                        || line.contains("tools.jackson.databind"))
                .toList();
        assertEquals(List.of(), loaded);
    }

    private Process start(List<String> settings, String... arguments) throws IOException {
        List<String> command = Stream.of(List.of(JAVA), settings, List.of("-jar", JAR), List.of(arguments))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
        return Bounded.process(process, 120);
    }

    private static Map<String, String> environment(Process process) {
        BufferedReader out = process.inputReader();
        return Stream.generate(() -> line(out))
                .limit(VARIABLES)
                .map(line -> line.substring("export ".length()).split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
    }

    private static String line(BufferedReader out) {
        try {
            return String.valueOf(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static HttpResponse<String> post(String url, String token, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** What a terminal sends on Ctrl-C. */
    private void interrupt(Process process) throws Exception {
        Finished kill = Finished.run(folder, Map.of(), 30, List.of("kill", "-INT", "" + process.pid()));
        assertEquals(0, kill.status(), kill.err());
    }
}
