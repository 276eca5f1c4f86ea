package com.example.slackbot.feature.inbox;

import static com.example.slackbot.RunningBot.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.Delivery;
import com.example.slackbot.Main;
import com.example.slackbot.Payloads;
import com.example.slackbot.PretendSlack;
import com.example.slackbot.RunningBot;
import com.example.slackbot.runtime.Transport;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a process that dies: what it has acknowledged is not lost. */
class InboxTest {
    @TempDir
    Path data;

    private PretendSlack slack;
    private Map<String, String> environment;
    private Delivery delivery;
    private int port;
    private Process process;

    @BeforeEach
    void startSlack() throws Exception {
        slack = new PretendSlack();
        environment = RunningBot.environment(slack, Transport.Kind.EVENTS_API);
        environment.put("DATA_DIR", data.toString());
        port = freePort();
        environment.put("PORT", Integer.toString(port));
        delivery = new Delivery.OverHttp(port, RunningBot.SIGNING_SECRET);
    }

    @AfterEach
    void stopAll() throws Exception {
        kill();
        slack.close();
    }

    @Test
    void worksAfterACrashAtWhatItHasAcknowledged() throws Exception {
        slack.refuse("chat.postMessage", "internal_error");
        start();
        assertTrue(delivery.event(Payloads.mention("do not forget me")).acknowledged());
        eventually(() -> slack.callsTo("chat.postMessage").size() == 1);
        kill();
        slack.answer("chat.postMessage", "{\"ok\":true,\"ts\":\"2.2\"}");

        start();

        eventually(() -> slack.callsTo("chat.postMessage").size() == 2);
    }

    @Test
    void knowsARepeatAfterACrash() throws Exception {
        JsonObject mention = Payloads.mention("once");
        start();
        assertTrue(delivery.event(mention).acknowledged());
        eventually(() -> slack.callsTo("chat.postMessage").size() == 1);
        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));

        start();
        assertTrue(delivery.event(mention).acknowledged());
        assertTrue(delivery.event(Payloads.mention("another one")).acknowledged());

        eventually(() -> slack.callsTo("chat.postMessage").size() == 2);
    }

    @Test
    void keepsWhatAClickHasLeftToDo() throws Exception {
        String nowhere = "http://127.0.0.1:" + freePort() + "/response";
        start();
        assertTrue(delivery.interaction(Payloads.click("greet", nowhere)).acknowledged());
        kill();

        try (InboxStore store = new Database.Embedded(data).open()) {
            List<String> left = new ArrayList<>();
            eventually(() -> store.workAtOne(one -> {
                left.add(one.body());
                return new Outcome.Done();
            }));
            assertEquals(1, left.size());
            assertTrue(left.get(0).contains("block_actions"), left.get(0));
        }
    }

    @Test
    void acknowledgesNothingWithoutItsDatabase() throws Exception {
        environment.put("DATABASE_URL", "postgresql://bot@127.0.0.1:" + freePort() + "/bot");
        launch();

        eventually(() -> RunningBot.readyz(port).body().contains("\"database\":\"not available\""));
        assertEquals(503, RunningBot.readyz(port).statusCode());
        assertFalse(delivery.event(Payloads.mention("come again")).acknowledged());
    }

    private void start() throws Exception {
        launch();
        eventually(() -> RunningBot.readyz(port).statusCode() == 200);
    }

    private void launch() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        builder.environment().putAll(environment);
        builder.inheritIO();
        process = builder.start();
        eventually(() -> answers() || !process.isAlive());
        assertTrue(process.isAlive());
    }

    private boolean answers() throws Exception {
        try {
            return RunningBot.readyz(port).statusCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** As SIGKILL does it. */
    private void kill() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
