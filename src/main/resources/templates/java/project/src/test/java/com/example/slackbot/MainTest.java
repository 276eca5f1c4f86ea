package com.example.slackbot;

import static com.example.slackbot.RunningBot.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The bot as a process of its own: what it prints and how it ends. */
class MainTest {
    private static final Pattern STARTED = Pattern.compile("example-slack-bot started: \\S+, port (\\d+)");

    @TempDir
    Path folder;

    private PretendSlack slack;
    private Process process;

    @BeforeEach
    void startSlack() throws Exception {
        slack = new PretendSlack();
    }

    @AfterEach
    void stopAll() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        slack.close();
    }

    @Test
    void endsWithOneLineForEachWrongSetting() throws Exception {
        run(Map.of("SLACK_TRANSPORT", "socket-mode", "SLACK_BOT_TOKEN", "xapp-in-the-wrong-variable"));

        assertEquals(2, exitStatus());
        assertEquals("", out());
        assertEquals(2, err().lines().count(), err());
        assertTrue(err().contains("SLACK_BOT_TOKEN is wrong: expected "), err());
        assertTrue(err().contains("SLACK_APP_TOKEN is missing: expected "), err());
        assertFalse(err().contains("wrong-variable"), err());
    }

    @ParameterizedTest
    @EnumSource
    void endsWithOneLineWhenSlackRefusesTheBotToken(Transport.Kind transport) throws Exception {
        slack.refuse("auth.test", "invalid_auth");

        run(RunningBot.environment(slack, transport));

        assertEquals(2, exitStatus());
        assertEquals(1, err().lines().count(), err());
        assertTrue(err().startsWith("SLACK_BOT_TOKEN was refused by Slack (invalid_auth)"), err());
        assertNoSecretShown();
    }

    @Test
    void endsWithOneLineWhenSlackRefusesTheAppToken() throws Exception {
        slack.refuse("apps.connections.open", "missing_scope");

        run(RunningBot.environment(slack, Transport.Kind.SOCKET_MODE));

        assertEquals(2, exitStatus());
        assertEquals(1, err().lines().count(), err());
        assertTrue(err().startsWith("SLACK_APP_TOKEN was refused by Slack"), err());
        assertTrue(err().contains("missing_scope"), err());
        assertNoSecretShown();
    }

    @Test
    void endsWithOneLineWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            Map<String, String> environment = RunningBot.environment(slack, Transport.Kind.EVENTS_API);
            environment.put("PORT", Integer.toString(taken.getLocalPort()));
            run(environment);

            assertEquals(1, exitStatus());
            assertEquals(1, err().lines().count(), err());
            assertTrue(err().startsWith("PORT " + taken.getLocalPort() + " cannot be used"), err());
            assertEquals("", out());
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysReachableWhileRequestsAreBegunAndNotEnded(Transport.Kind transport) throws Exception {
        run(RunningBot.environment(slack, transport));
        int port = startedPort();
        List<Socket> begun = new ArrayList<>();
        try {
            String half = "POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n"
                    + "X-Slack-Signature: v0=0\r\nX-Slack-Request-Timestamp: " + Delivery.OverHttp.now() + "\r\n\r\n{";
            for (String sent : List.of("P", half)) {
                for (int i = 0; i < 100; i++) {
                    begun.add(new Socket("127.0.0.1", port));
                    begun.get(begun.size() - 1).getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
                }
            }

            assertEquals(200, RunningBot.get(port, "/livez").statusCode());
            begun.get(0).setSoTimeout(10_000);
            assertEquals(-1, begun.get(0).getInputStream().read(), "not cut");
            begun.get(150).setSoTimeout(10_000);
            begun.get(150).getInputStream().readAllBytes(); // which ends where it is cut
        } finally {
            for (Socket socket : begun) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGTERM")
    void finishesItsWorkOnSigterm(Transport.Kind transport) throws Exception {
        slack.repliesAllowed.drainPermits();
        run(RunningBot.environment(slack, transport));
        int port = startedPort();
        Delivery delivery = transport == Transport.Kind.SOCKET_MODE
                ? new Delivery.OverSocket(slack.socket)
                : new Delivery.OverHttp(port, RunningBot.SIGNING_SECRET);
        eventually(() -> RunningBot.readyz(port).statusCode() == 200);
        assertTrue(delivery.event(Payloads.mention("at the last moment")).acknowledged());

        process.destroy();
        eventually(() -> RunningBot.readyz(port).statusCode() == 503);
        assertEquals(200, RunningBot.get(port, "/livez").statusCode());
        Delivery soon =
                delivery instanceof Delivery.OverSocket over ? new Delivery.OverSocket(over.socket(), 3_000) : delivery;
        assertFalse(soon.event(Payloads.mention("too late")).acknowledged());
        if (delivery instanceof Delivery.OverHttp http) {
            assertEquals(503, http.post("application/json", "{\"type\":\"url_verification\"}").statusCode());
        }
        assertTrue(process.isAlive());
        slack.repliesAllowed.release(10);

        assertEquals(0, exitStatus());
        assertEquals(1, slack.callsTo("chat.postMessage").size());
        assertEquals(2, out().lines().filter(line -> line.matches(".* (started|stopped).*")).count(), out());
        assertNoSecretShown();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGTERM")
    void waitsForSlackAndCanBeStoppedMeanwhile() throws Exception {
        Map<String, String> environment = RunningBot.environment(slack, Transport.Kind.EVENTS_API);
        slack.close();
        int port = runOnFreePort(environment);

        eventually(() -> out().contains("Slack is not available"));
        assertEquals(503, RunningBot.readyz(port).statusCode());
        assertEquals(200, RunningBot.get(port, "/livez").statusCode());

        process.destroy();
        assertEquals(0, exitStatus());
        assertEquals("", err());
        assertFalse(out().contains("\tat "), out());
    }

    @ParameterizedTest
    @CsvSource({"EVENTS_API, auth.test", "SOCKET_MODE, auth.test", "SOCKET_MODE, apps.connections.open"})
    void waitsWhileSlackIsInTrouble(Transport.Kind transport, String method) throws Exception {
        slack.refuse(method, "internal_error");

        assertStartsLate(transport, method + " answered internal_error");
    }

    @ParameterizedTest
    @CsvSource({"EVENTS_API, auth.test", "SOCKET_MODE, auth.test", "SOCKET_MODE, apps.connections.open"})
    void waitsWhileAProxyAnswersForSlack(Transport.Kind transport, String method) throws Exception {
        slack.answer(method, PretendSlack.PROXY_PAGE);

        assertStartsLate(transport, method + " did not answer with a JSON object");
    }

    /** Alive, not ready, one line for each attempt; and ready once Slack answers well. */
    private void assertStartsLate(Transport.Kind transport, String reason) throws Exception {
        int port = runOnFreePort(RunningBot.environment(slack, transport));

        eventually(() -> out().contains("Slack is not available") || !process.isAlive());
        assertTrue(process.isAlive(), () -> "It ended with " + process.exitValue());
        assertEquals(503, RunningBot.readyz(port).statusCode());
        assertEquals(200, RunningBot.get(port, "/livez").statusCode());

        slack.acceptTokens();
        eventually(() -> RunningBot.readyz(port).statusCode() == 200);
        assertWarnsOnlyOf(reason);
        assertEquals("", err());
        assertNoSecretShown();
    }

    private void assertWarnsOnlyOf(String reason) throws IOException {
        List<String> lines = out().lines().filter(line -> !line.contains(" INFO ")).toList();
        assertFalse(lines.isEmpty(), out());
        assertTrue(lines.stream().allMatch(line -> line.contains(" WARN ") && line.endsWith(reason)), out());
    }

    /** For a bot that does not tell its port, since it has not started yet. */
    private int runOnFreePort(Map<String, String> environment) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            environment.put("PORT", Integer.toString(socket.getLocalPort()));
        }
        run(environment);
        return Integer.parseInt(environment.get("PORT"));
    }

    private void run(Map<String, String> environment) throws IOException {
        process = RunningBot.process(RunningBot.CLASS_PATH, environment)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private int exitStatus() throws Exception {
        assertTrue(process.waitFor(RunningBot.PATIENCE.toSeconds(), TimeUnit.SECONDS), "still running");
        return process.exitValue();
    }

    private int startedPort() throws Exception {
        eventually(() -> STARTED.matcher(out()).find());
        Matcher matcher = STARTED.matcher(out());
        assertTrue(matcher.find());
        return Integer.parseInt(matcher.group(1));
    }

    private void assertNoSecretShown() throws IOException {
        String shown = out() + err();
        for (String secret : List.of("xoxb-", "xapp-test", RunningBot.SIGNING_SECRET)) {
            assertFalse(shown.contains(secret), shown);
        }
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
