package com.example.slackbot.feature.inbox;

import static com.example.slackbot.RunningBot.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.Delivery;
import com.example.slackbot.Payloads;
import com.example.slackbot.PretendSlack;
import com.example.slackbot.RunningBot;
import com.example.slackbot.runtime.Transport;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a process that dies: what it has acknowledged is not lost. */
class InboxTest {
    @TempDir
    Path data;

    @TempDir
    Path logs;

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
        eventually(() -> !slack.callsTo("chat.postMessage").isEmpty());
        kill();
        slack.calls.clear();
        slack.answer("chat.postMessage", "{\"ok\":true,\"ts\":\"2.2\"}");

        start();

        eventually(() -> !slack.callsTo("chat.postMessage").isEmpty());
    }

    @Test
    void knowsARepeatAfterARestart() throws Exception {
        JsonObject mention = Payloads.mention("once");
        start();
        assertTrue(delivery.event(mention).acknowledged());
        eventually(() -> slack.callsTo("chat.postMessage").size() == 1);
        stop();

        start();
        assertTrue(delivery.event(mention).acknowledged());
        assertTrue(delivery.event(Payloads.mention("another one")).acknowledged());
        stop(); // which ends what is at work

        assertEquals(2, slack.callsTo("chat.postMessage").size());
    }

    @Test
    void givesUpWhatItsProcessDiesOverEachTime() throws Exception {
        try (InboxStore store = new Database.Embedded(data).open()) {
            store.prepare();
            store.add(new StoredDelivery("fatal", Payloads.mention("boom").toString(), Instant.now(), 0), true);
            for (int i = 0; i < Outcome.MOST_ATTEMPTS; i++) {
                assertThrows(IllegalStateException.class, () -> store.workAtOne(delivery -> {
                    throw new IllegalStateException("as a process that dies");
                }));
            }
        }
        start();
        assertTrue(delivery.event(Payloads.mention("what comes behind it")).acknowledged());
        eventually(() -> !slack.callsTo("chat.postMessage").isEmpty());
        stop();

        assertEquals(1, slack.callsTo("chat.postMessage").size());
        try (InboxStore store = new Database.Embedded(data).open()) {
            assertEquals(1, store.dead().size());
            assertTrue(store.dead().get(0).startsWith("fatal "), store.dead()::toString);
        }
    }

    /** Slack repeats for a day where Delayed Events are on. */
    @Test
    void knowsAnEventOfTwentyHoursAgo() throws Exception {
        JsonObject known = Payloads.mention("known");
        JsonObject late = Payloads.mention("late");
        try (InboxStore store = new Database.Embedded(data).open()) {
            store.prepare();
            Instant then = Instant.now().minus(Duration.ofHours(20));
            store.add(new StoredDelivery(known.get("event_id").getAsString(), "", then, 0), false);
            store.forgetOlderThan(Inbox.MEMORY);
        }
        start();
        for (JsonObject event : List.of(known, late)) {
            event.addProperty("event_time", Instant.now().minus(Duration.ofHours(20)).getEpochSecond());
            assertTrue(delivery.event(event).acknowledged());
        }
        stop(); // which ends what is at work

        assertEquals(1, slack.callsTo("chat.postMessage").size());
    }

    @Test
    void answersWhileTenThousandWaitAndWorksAtThemAll() throws Exception {
        leaveTenThousand();
        start();

        assertTrue(delivery.event(Payloads.mention("and one more")).acknowledged());

        eventually(() -> !slack.callsTo("chat.postMessage").isEmpty()); // the last in the line
        assertTrue(process.isAlive());
    }

    @Test
    void readsWhatWasSaidWhileItWasAway() throws Exception {
        start();
        String said = """
                {"type":"%s","user":"U1","text":"<@U0BOT> hi","ts":"%s","channel":"C1"%s}""";
        assertTrue(delivery.event(Payloads.event(
                said.formatted("app_mention", "1.1", ",\"event_ts\":\"1.1\""))).acknowledged());
        eventually(this::listensFromNowOn);
        stop();
        awayForTenMinutes();
        slack.answerOnce("users.conversations", "{\"ok\":true,\"channels\":[{\"id\":\"C1\"},{\"id\":\"C2\"}]}");
        slack.refuse("users.conversations", "missing_scope");
        slack.answerOnce("conversations.history", "{\"ok\":true,\"messages\":[" + said.formatted("message", "1.1", "")
                + "," + said.formatted("message", "2.2", ",\"reply_count\":1") + "]}");
        slack.answerOnce("conversations.replies", "{\"ok\":true,\"messages\":["
                + said.formatted("message", "2.2", ",\"thread_ts\":\"2.2\"") + ","
                + said.formatted("message", "2.3", ",\"thread_ts\":\"2.2\"") + ","
                + said.replace("<@U0BOT>", "all").formatted("message", "2.4", ",\"thread_ts\":\"2.2\"") + "]}");
        slack.refuse("conversations.history", "not_in_channel");

        start();
        eventually(() -> slack.callsTo("conversations.history").size() == 2);
        stop(); // which ends what is at work

        assertEquals(List.of("1.1", "2.2", "2.2"), slack.callsTo("chat.postMessage").stream()
                .map(call -> call.body().get("thread_ts")).sorted().toList());
    }

    private void leaveTenThousand() throws Exception {
        try (InboxStore store = new Database.Embedded(data).open()) {
            store.prepare();
            ExecutorService writers = Executors.newFixedThreadPool(50);
            for (int i = 0; i < 10_000; i++) {
                String id = "Ev" + i;
                String event = Payloads.event("{\"type\":\"reaction_added\",\"user\":\"U1\"}").toString();
                writers.submit(() -> store.add(StoredDelivery.first(id, event), true));
            }
            writers.shutdown();
            assertTrue(writers.awaitTermination(RunningBot.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private boolean listensFromNowOn() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("inbox.db"));
                ResultSet beat = database.createStatement().executeQuery("select count(*) from inbox_beat")) {
            return beat.next() && beat.getInt(1) == 1;
        }
    }

    private void awayForTenMinutes() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("inbox.db"))) {
            database.createStatement().execute("update inbox_beat set at = at - 600000");
        }
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

    // region kubernetes
    /** As the bot is packaged: without the properties that the tests have in front. */
    @Test
    void wantsADatabaseThatOutlivesItsPod() throws Exception {
        String packaged = RunningBot.CLASS_PATH.replaceFirst("^.*?test-classes.", "");

        process = RunningBot.process(packaged, environment).start();

        List<String> said = process.errorReader().lines().toList();
        assertEquals(2, process.waitFor());
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith("DATABASE_URL is missing"), said::toString);
    }

    // endregion
    private void start() throws Exception {
        launch();
        eventually(() -> RunningBot.readyz(port).statusCode() == 200);
    }

    private void launch() throws Exception {
        process = RunningBot.process(RunningBot.CLASS_PATH, environment)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logs.resolve("log").toFile()))
                .start();
        eventually(() -> answers() || !process.isAlive());
        assertTrue(process.isAlive(), Files.readString(logs.resolve("log")));
    }

    private boolean answers() throws Exception {
        try {
            return RunningBot.readyz(port).statusCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** As SIGTERM does it. */
    private void stop() throws Exception {
        process.destroy();
        assertTrue(process.waitFor(RunningBot.PATIENCE.toSeconds(), TimeUnit.SECONDS));
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
