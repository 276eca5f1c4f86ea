package com.example.slackbot.feature.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.PretendSlack;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OncePostsTest {
    private static final String SOMETHING_ELSE = "{\"ok\":true,\"messages\":[{\"text\":\"hi\"}]}";

    private static final Instant OLD = Instant.ofEpochSecond(700_000);

    private PretendSlack slack;
    private MethodsClient client;

    @BeforeEach
    void startSlack() throws Exception {
        slack = new PretendSlack();
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.apiUrl() + "/");
        client = Slack.getInstance(config).methods("xoxb-test-token-for-loopback");
    }

    @AfterEach
    void stopSlack() {
        slack.close();
    }

    @Test
    void looksForNothingAtTheFirstAttempt() throws Exception {
        post(true, null, Instant.now());

        assertEquals(List.of("/api/chat.postMessage"), slack.calls.stream().map(PretendSlack.Call::path).toList());
        Map<String, String> message = slack.calls.get(0).body();
        assertTrue(message.get("metadata").contains("Ev1#0"), message::toString);
    }

    /** A dead delivery that is revived days later: nobody knows any more whether its posts were begun. */
    @Test
    void looksForWhatMayBeForgotten() throws Exception {
        slack.answer("conversations.history", SOMETHING_ELSE);

        post(true, null, OLD);

        assertEquals(1, slack.callsTo("conversations.history").size());
        assertEquals(1, slack.callsTo("chat.postMessage").size());
    }

    /** What it looks for stands on the second page. */
    @ParameterizedTest
    @CsvSource({"conversations.replies, 1.1", "conversations.history, "})
    void findsWhatIsThereHoweverMuchWasSaidSince(String method, String thread) throws Exception {
        slack.answerOnce(method, """
                {"ok":true,"messages":[{"text":"hi"}],"has_more":true,"response_metadata":{"next_cursor":"second"}}""");
        slack.answer(method, """
                {"ok":true,"messages":[{"metadata":{"event_type":"delivery","event_payload":{"id":"Ev1#0"}}}],
                 "response_metadata":{"next_cursor":""}}""");

        post(false, thread, OLD);

        assertEquals(List.of(), slack.callsTo("chat.postMessage"));
        List<PretendSlack.Call> looks = slack.callsTo(method);
        assertEquals(2, looks.size());
        assertFalse(looks.get(0).body().containsKey("cursor"));
        assertEquals("second", looks.get(1).body().get("cursor"));
        assertEquals("699700", looks.get(1).body().get("oldest"));
    }

    @ParameterizedTest
    @CsvSource({"conversations.replies, 1.1", "conversations.history, "})
    void postsWhatIsNotThere(String method, String thread) throws Exception {
        slack.answer(method, SOMETHING_ELSE);

        post(false, thread, Instant.now());

        assertEquals(1, slack.callsTo("chat.postMessage").size());
    }

    private void post(boolean first, String thread, Instant received) throws Exception {
        OncePosts.Post next = new OncePosts.Post("Ev1#0", first, received);
        new OncePosts(() -> next)
                .post(client, ChatPostMessageRequest.builder().channel("C1").threadTs(thread).text("hi").build());
    }
}
