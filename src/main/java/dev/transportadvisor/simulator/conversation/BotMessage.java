package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot says, over whichever way: a method, a response URL, an acknowledgement. */
public final class BotMessage {

    private static final List<String> CONTENT = List.of("blocks", "attachments");
    private static final List<String> BESIDES = List.of("thread_ts", "username", "icon_emoji", "metadata");
    private static final String BROADCAST = "reply_broadcast";

    /** In a form, truth is a word: Slack's SDK for Java writes 0 where nobody asked for anything. */
    private static final Set<String> TRUE = Set.of("true", "1");

    private static final List<String> KEPT = List.of("ts", "thread_ts", "reactions");

    private BotMessage() {}

    /**
     * The message that the fields describe.
     *
     * @return empty if nothing would be seen
     */
    public static Optional<ObjectNode> of(ObjectNode fields, String timestamp) {
        String text = fields.path("text").asString(fields.path("markdown_text").asString(""));
        boolean isEmpty = text.isEmpty() && CONTENT.stream().noneMatch(fields::hasNonNull);
        if (isEmpty) {
            return Optional.empty();
        }
        ObjectNode message = JsonTree.object()
                .put("type", "message")
                .put("subtype", "bot_message")
                .put("ts", timestamp)
                .put("user", Identity.BOT_USER)
                .put("bot_id", Identity.BOT)
                .put("app_id", Identity.APP)
                .put("team", Identity.TEAM)
                .put("text", text);
        fields.optional("blocks")
                .filter(JsonNode::isArray)
                .ifPresent(blocks -> message.set("blocks", Blocks.withIds(blocks)));
        copy(fields, "attachments", message);
        BESIDES.forEach(key -> copy(fields, key, message));
        if (TRUE.contains(fields.path(BROADCAST).asString(""))) {
            message.put(BROADCAST, true);
        }
        return Optional.of(message);
    }

    /** A copy that stands in the place of an older one: it keeps its time, its thread and its reactions. */
    public static ObjectNode inPlaceOf(ObjectNode old, ObjectNode message) {
        ObjectNode replacing = message.deepCopy();
        KEPT.forEach(key -> copy(old, key, replacing));
        return replacing;
    }

    private static void copy(ObjectNode from, String key, ObjectNode to) {
        from.optional(key).filter(value -> !value.isNull()).ifPresent((JsonNode value) -> to.set(key, value));
    }
}
