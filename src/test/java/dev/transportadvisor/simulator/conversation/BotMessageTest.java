package dev.transportadvisor.simulator.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.simulator.http.JsonTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a bot says is the same message, whichever SDK wrote it. */
class BotMessageTest {

    @ParameterizedTest
    @CsvSource({"'1', true", "'true', true", "'0', false", "'false', false"})
    void aReplyInAThreadIsForTheChannelTooWhereTheBotSaysSo(String inAForm, boolean isForTheChannel) {
        ObjectNode reply = JsonTree.object().put("text", "done").put("thread_ts", "1.1");
        ObjectNode written = reply.deepCopy().put("reply_broadcast", inAForm);

        ObjectNode expected = message(reply);
        if (isForTheChannel) {
            expected.put("reply_broadcast", true);
        }

        assertEquals(expected, message(written));
        assertEquals(expected, message(reply.deepCopy().put("reply_broadcast", isForTheChannel)));
    }

    private static ObjectNode message(ObjectNode fields) {
        return BotMessage.of(fields, "1.2").orElseThrow();
    }
}
