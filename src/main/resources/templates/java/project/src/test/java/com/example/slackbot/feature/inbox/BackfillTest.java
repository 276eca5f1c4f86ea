package com.example.slackbot.feature.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.PretendSlack;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After ten minutes in which nobody listened. */
class BackfillTest {
    @TempDir
    Path data;

    private PretendSlack slack;
    private InboxStore store;

    @BeforeEach
    void wakeAfterAnOutage() throws Exception {
        slack = new PretendSlack();
        store = new Database.Embedded(data).open();
        store.prepare();
        store.beat();
        execute("update inbox_beat set at = at - 600000");
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        slack.close();
    }

    @Test
    void leavesOnceWhatIsToBeRead() throws Exception {
        assertTrue(backfill("app_mention").beat());
        assertFalse(backfill("app_mention").beat());
    }

    @Test
    void leavesNothingWhereNothingIsMadeAgain() throws Exception {
        assertFalse(backfill().beat());

        assertFalse(store.workAtOne(delivery -> new Outcome.Done()));
        assertFalse(backfill("app_mention").beat(), "the outage is over");
    }

    @Test
    void aProcessThatDiesBeforeItHasLeftItLeavesItToTheNext() throws Exception {
        execute("drop table inbox");
        assertThrows(SQLException.class, () -> backfill("app_mention").beat());
        store.prepare();

        assertTrue(backfill("app_mention").beat());
    }

    @Test
    void aMentionInADirectMessageIsAMessage() throws Exception {
        for (int i = 0; i < 3; i++) {
            slack.answerOnce("users.conversations", "{\"ok\":true,\"channels\":[]}");
        }
        slack.answer("users.conversations", "{\"ok\":true,\"channels\":[{\"id\":\"D1\"}]}");
        slack.answer("conversations.history", """
                {"ok":true,"messages":[{"type":"message","user":"U1","text":"<@U0BOT> hi","ts":"1.1"}]}""");
        Backfill backfill = backfill("app_mention", "message.im");
        backfill.beat();

        List<String> events = new ArrayList<>();
        while (store.workAtOne(delivery -> work(backfill, delivery, events))) {
            // the next part, or what was read
        }

        assertEquals(
                List.of("public_channel", "private_channel", "mpim", "im"),
                slack.callsTo("users.conversations").stream().map(call -> call.body().get("types")).toList());
        assertEquals(List.of("message"), events);
    }

    private static Outcome work(Backfill backfill, StoredDelivery delivery, List<String> events) {
        if (!Backfill.isPart(delivery)) {
            events.add(JsonParser.parseString(delivery.body()).getAsJsonObject()
                    .getAsJsonObject("event").get("type").getAsString());
            return new Outcome.Done();
        }
        try {
            return backfill.workAt(delivery);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Backfill backfill(String... events) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.apiUrl() + "/");
        return new Backfill(
                Slack.getInstance(config).methods("xoxb-test-token-for-loopback"), store, Set.of(events));
    }

    private void execute(String statement) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("inbox.db"))) {
            database.createStatement().execute(statement);
        }
    }
}
