package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.conversation.BotMessage;
import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Reactions;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Messages and reactions. */
final class ChatMethods {

    private final Conversations conversations;
    private final Function<String, String> permalink;

    /** @param permalink the URL for a path */
    ChatMethods(Conversations conversations, Function<String, String> permalink) {
        this.conversations = conversations;
        this.permalink = permalink;
    }

    Stream<ApiMethod> methods() {
        return Stream.of(
                ApiMethod.of("chat.postMessage", this::post),
                ApiMethod.of("chat.update", this::update),
                ApiMethod.of("chat.delete", this::delete),
                ApiMethod.of("chat.postEphemeral", this::postEphemeral),
                ApiMethod.of("chat.getPermalink", this::permalink),
                ApiMethod.of("reactions.add", call -> react(call, true)),
                ApiMethod.of("reactions.remove", call -> react(call, false)));
    }

    private ObjectNode post(ApiCall call) {
        String channel = call.channel();
        String timestamp = conversations.timestamp();
        ObjectNode message = message(call, timestamp);
        conversations.post(channel, message);
        return JsonTree.object().put("channel", channel).put("ts", timestamp).set("message", message);
    }

    private ObjectNode update(ApiCall call) {
        String channel = call.channel();
        String timestamp = existing(call, channel, "ts", "message_not_found");
        ObjectNode message = message(call, timestamp);
        String now = conversations.timestamp();
        conversations.change(channel, timestamp, old -> updated(old, message, now));
        return JsonTree.object()
                .put("channel", channel)
                .put("ts", timestamp)
                .put("text", message.path("text").asString(""))
                .set("message", message);
    }

    private static ObjectNode updated(ObjectNode old, ObjectNode message, String now) {
        ObjectNode updated = BotMessage.inPlaceOf(old, message);
        updated.putObject("edited").put("user", Identity.BOT_USER).put("ts", now);
        return updated;
    }

    private ObjectNode delete(ApiCall call) {
        String channel = call.channel();
        String timestamp = existing(call, channel, "ts", "message_not_found");
        conversations.delete(channel, timestamp);
        return JsonTree.object().put("channel", channel).put("ts", timestamp);
    }

    private ObjectNode postEphemeral(ApiCall call) {
        String channel = call.channel();
        String person = call.required("user", "invalid_arguments");
        String timestamp = conversations.timestamp();
        conversations.whisper(channel, person, message(call, timestamp));
        return JsonTree.object().put("message_ts", timestamp);
    }

    /** A message that the local Slack does not know may be one that a test has made up. */
    private ObjectNode react(ApiCall call, boolean isAdded) {
        String emoji = call.required("name", "invalid_name");
        String timestamp = call.required("timestamp", "no_item_specified");
        conversations.change(
                call.channel(), timestamp, body -> Reactions.with(body, Identity.BOT_USER, emoji, isAdded));
        return JsonTree.object();
    }

    private ObjectNode permalink(ApiCall call) {
        String channel = call.channel();
        String timestamp = existing(call, channel, "message_ts", "message_not_found");
        String path = "/archives/" + channel + "/p" + timestamp.replace(".", "");
        return JsonTree.object().put("channel", channel).put("permalink", permalink.apply(path));
    }

    private String existing(ApiCall call, String channel, String argument, String error) {
        String timestamp = call.required(argument, error);
        if (conversations.find(channel, timestamp).isEmpty()) {
            throw new ApiRefusal(error);
        }
        return timestamp;
    }

    private static ObjectNode message(ApiCall call, String timestamp) {
        return BotMessage.of(call.parsed("blocks", "attachments", "metadata"), timestamp)
                .orElseThrow(() -> new ApiRefusal("no_text"));
    }
}
