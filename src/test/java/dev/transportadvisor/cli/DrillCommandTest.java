package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drill that cannot take place says why, shows the bot's last words and leaves no process behind. */
@Isolated("looks for processes that were left running")
class DrillCommandTest {

    /** Answers the check of its address, and dies of the first event. */
    private static final String MORTAL_BOT =
            """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            class Bot {
                public static void main(String[] none) throws Exception {
                    int port = Integer.parseInt(System.getenv("PORT"));
                    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                    server.createContext("/", exchange -> {
                        String body = new String(exchange.getRequestBody().readAllBytes());
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                        if (body.contains("event_callback")) {
                            System.out.println("no memory left");
                            Runtime.getRuntime().halt(9);
                        }
                    });
                    server.start();
                }
            }
            """;

    private static final String NEVER_CALLED =
            "The bot has not called the local Slack so far. It must take the address of the Web API from"
                    + " SLACK_API_URL.";

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeftRunning() {
        assertEquals(List.of(), ProcessHandle.current().descendants().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drill no-such-folder | no-such-folder is no folder.",
                "drill . | has no .slack/hooks.json, which says how the bot is started.",
                "drill one two | One folder can be drilled at a time, not 2.",
                "drill -- node app.js | say over which transport the bot speaks",
                "drill . --transport socket-mod | `socket-mod` is no value for --transport. Did you mean"
                        + " `socket-mode`?",
                "drill . --scenario bursts | `bursts` is no value for --scenario. Did you mean `burst`?",
                "drill . --timeout 0 | is no whole number from 1 to 3600.",
                "drill . --port 70000 | is no whole number from 0 to 65535.",
                "drill . --request-path slack | --request-path `slack` is not the path of a URL",
                "drill . --request-path /%zz | --request-path `/%zz` is not the path of a URL",
                "drill . --readiness http://localhost:99999/ | is neither a path such as /readyz nor an http URL of",
                "drill . --transport socket-mode --scenario challenge | There is no scenario to play over socket-mode.",
                "drill . --readiness http://example.com/ | is neither a path such as /readyz nor an http URL of this",
                "drill . --manifest no.yaml | no.yaml: there is no such file.",
                "drill . --replicas 0 | is no whole number from 1 to 10.",
                "drill . --replicas 11 | is no whole number from 1 to 10.",
                "drill . --replicas two | is no whole number from 1 to 10.",
                "drill . --replicas 2 --port 3000 | --port is for one process. With --replicas each has a port of its",
                "drill . --replicas 2 --readiness http://localhost:1/ | is the address of one process. With",
                "drill . --scenario rolling-restart | The scenario rolling-restart is about replicas: --replicas 2 or",
                "drill . --rules no | no/drill cannot be read",
            })
    void namesWhatIsWrongOnTheCommandLine(String arguments, String message) {
        Run run = Run.in(folder, "", arguments.split(" "));
        assertEquals(2, run.status());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
    }

    @Test
    void showsTheLastWordsOfABotThatDiesAtStartWithoutItsSecrets() {
        Run run = drill("socket-mode", 60, "echo no config; echo token $SLACK_BOT_TOKEN; exit 3");
        assertEquals(2, run.status());
        assertEquals(
                """
                The last that it printed:
                  no config
                  token …
                """,
                run.err().substring(run.err().indexOf("The last that")));
    }

    @Test
    void tellsABotThatEndsWithoutACallTheLineForItsFramework() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\": {\"@slack/bolt\": \"5.0.0\"}}");
        Run run = drill("socket-mode", 60, "echo invalid_auth; exit 1");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: The bot ended with status 1 before it worked over socket-mode. "
                + "It had not called the local Slack by then. "), run.err());
        assertTrue(run.err().contains("Bolt for JavaScript: `new App({clientOptions: "), run.err());
        assertFalse(run.err().contains("Bolt for Java:"), run.err());
    }

    @Slow
    @Test
    void givesUpOnABotThatNeverConnects() {
        Run run = drill("socket-mode", 6, "echo waiting; sleep 60 & sleep 61");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("error: The bot opened no socket within 6 s. " + NEVER_CALLED), run.err());
        assertTrue(run.err().endsWith("\nThe last that it printed:\n  waiting\n"), run.err());
        assertTrue(run.err().startsWith("note: " + NEVER_CALLED), "told before the time is over: " + run.err());
    }

    @Slow
    @Test
    void givesUpOnABotThatDoesNotListen() {
        Run run = drill("events-api", 2, "sleep 60");
        assertEquals(2, run.status());
        assertTrue(
                run.err().contains(" within 2 s. It must listen on the port in PORT.\nIt printed nothing.\n"),
                run.err());
    }

    @Slow
    @ParameterizedTest
    @CsvSource({"yes a line", "while :; do printf endless; done"})
    void keepsLittleOfABotThatFloodsItsOutput(String flood) {
        Run run = drill("socket-mode", 2, flood);
        assertEquals(2, run.status());
        assertTrue(run.err().contains("opened no socket"), run.err());
        assertTrue(run.err().length() < 20_000, "" + run.err().length());
    }

    @Slow
    @Test
    void endsABotThatIgnoresSigterm() {
        Run run = drill("socket-mode", 2, "trap '' TERM; while :; do sleep 1; done");
        assertEquals(2, run.status());
    }

    @Test
    void saysWhichProgramThereIsNot() {
        Run run = Run.in(folder, "", "drill", "--transport", "events-api", "--", "no-such-program", "--flag");
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: `no-such-program` cannot be run in "), run.err());
        assertTrue(run.err().endsWith(": there is no such program, or no permission.\n"), run.err());
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "" + other.getLocalPort();
            Run run = Run.in(folder, "", "drill", "--transport", "events-api", "--port", port, "--", "true");
            assertEquals(2, run.status());
            assertTrue(run.err().startsWith("error: Port " + port + " is taken by another program."), run.err());
        }
    }

    @Test
    void showsWhyABotDoesNotBuild() throws IOException {
        Path hooks = Files.createDirectories(folder.resolve(".slack")).resolve("hooks.json");
        Files.writeString(hooks, "{\"hooks\": {\"start\": \"true\"}}");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Path wrapper = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\necho Bot.java does not compile\nexit 1\n");
        assertTrue(wrapper.toFile().setExecutable(true));
        Run run = Run.in(folder, "", "drill", ".");
        assertEquals(2, run.status());
        assertEquals(
                """
                error: The bot does not build: `./mvnw -q -B -ntp package -DskipTests` ended with status 1.
                The last that it printed:
                  Bot.java does not compile
                """,
                run.err());
    }

    @Test
    void pointsAtWhatTheHooksLack() throws IOException {
        Path hooks = Files.createDirectories(folder.resolve(".slack")).resolve("hooks.json");
        Files.writeString(hooks, "{\"hooks\": {}}");
        Run run = Run.in(folder, "", "drill", ".");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("Missing key `start` in `hooks`."), run.err());
    }

    @Test
    void showsNothingWhileItRunsWhereNobodyWatches() {
        assertFalse(drill("socket-mode", 60, "exit 0").err().contains("\u001b"));
    }

    @Test
    void showsTheLastWordsOfABotThatDiesInTheMiddle() throws IOException {
        Files.writeString(folder.resolve("Bot.java"), MORTAL_BOT);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Run run = Run.in(folder, "", "drill", "--transport", "events-api", "--scenario", "event-in-time", "--format",
                "json", "--", java, "Bot.java");
        assertEquals(1, run.status(), run.err());
        assertTrue(
                run.out().contains("The bot ended in the middle of it, with status 9. The last that it printed: `no"
                        + " memory left`."),
                run.out());
    }

    @Test
    void isNoSuccessWhenEveryScenarioIsSkipped() throws IOException {
        Files.writeString(folder.resolve("Bot.java"), MORTAL_BOT);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Run run = Run.in(folder, "", "drill", "--transport", "events-api", "--scenario", "slash-command", "--scenario",
                "button", "-o", "report.json", "--format", "json", "--", java, "Bot.java");
        assertEquals(2, run.status(), run.err());
        assertEquals("error: No scenario could be played, so nothing is proved. The manifest has no slash command.\n",
                run.err());
        String report = Files.readString(folder.resolve("report.json"));
        assertTrue(report.contains("\"passed\": false"), report);
        assertTrue(report.contains("\"skipped\": 2"), report);
    }

    @Test
    void aTabInTheLastWordsIsASpace() {
        Run run = drill("socket-mode", 60, "printf 'Exception\\n\\tat Bot.main\\n'; exit 3");
        assertTrue(run.err().endsWith("  Exception\n      at Bot.main\n"), run.err());
    }

    @Test
    void aSecretAtTheEndOfALongLineIsNotShownInPart() {
        Run run = drill("socket-mode", 60, "printf '%0390d' 0; echo $SLACK_SIGNING_SECRET; exit 3");
        assertTrue(run.err().contains("0…\n"), run.err());
    }

    /** @param seconds as many as a bot may need that ends by itself; few for one that is to be given up */
    private Run drill(String transport, int seconds, String script) {
        return Run.in(
                folder, "", "drill", "--transport", transport, "--timeout", "" + seconds, "--", "sh", "-c", script);
    }
}
