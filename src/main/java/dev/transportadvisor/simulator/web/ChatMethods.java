package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Messages and reactions. */
final class ChatMethods {

    private final Workspace workspace;

    ChatMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    Stream<ApiMethod> methods() {
        return Stream.of(
                ApiMethod.of("chat.postMessage", this::post),
                ApiMethod.of("chat.update", this::update),
                ApiMethod.of("chat.delete", this::delete),
                ApiMethod.of("chat.postEphemeral", this::postEphemeral),
                ApiMethod.of("reactions.add", this::react));
    }

    private ObjectNode post(ApiCall call) {
        String channel = channel(call);
        String timestamp = workspace.timestamp();
        ObjectNode message = message(call, timestamp);
        workspace.post(channel, timestamp, message);
        return JsonTree.object().put("channel", channel).put("ts", timestamp).set("message", message);
    }

    private ObjectNode update(ApiCall call) {
        String channel = channel(call);
        String timestamp = existing(call, channel, "ts", "message_not_found");
        ObjectNode message = message(call, timestamp);
        workspace.post(channel, timestamp, message);
        return JsonTree.object()
                .put("channel", channel)
                .put("ts", timestamp)
                .put("text", message.path("text").asString(""))
                .set("message", message);
    }

    private ObjectNode delete(ApiCall call) {
        String channel = channel(call);
        String timestamp = existing(call, channel, "ts", "message_not_found");
        workspace.delete(channel, timestamp);
        return JsonTree.object().put("channel", channel).put("ts", timestamp);
    }

    private ObjectNode postEphemeral(ApiCall call) {
        channel(call);
        call.required("user", "invalid_arguments");
        String timestamp = workspace.timestamp();
        message(call, timestamp);
        return JsonTree.object().put("message_ts", timestamp);
    }

    private ObjectNode react(ApiCall call) {
        call.required("name", "invalid_name");
        channel(call);
        call.required("timestamp", "no_item_specified");
        return JsonTree.object();
    }

    private String channel(ApiCall call) {
        return workspace.channel(call.required("channel", "channel_not_found"));
    }

    private String existing(ApiCall call, String channel, String argument, String error) {
        String timestamp = call.required(argument, error);
        if (!workspace.has(channel, timestamp)) {
            throw new ApiRefusal(error);
        }
        return timestamp;
    }

    private static ObjectNode message(ApiCall call, String timestamp) {
        Optional<String> text = call.text("text").or(() -> call.text("markdown_text"));
        boolean empty = text.isEmpty()
                && call.json("blocks").isEmpty()
                && call.json("attachments").isEmpty();
        if (empty) {
            throw new ApiRefusal("no_text");
        }
        ObjectNode message = JsonTree.object()
                .put("type", "message")
                .put("subtype", "bot_message")
                .put("ts", timestamp)
                .put("user", Identity.BOT_USER)
                .put("bot_id", Identity.BOT)
                .put("app_id", Identity.APP)
                .put("team", Identity.TEAM)
                .put("text", text.orElse(""));
        call.json("blocks").ifPresent(blocks -> message.set("blocks", blocks));
        call.text("thread_ts").ifPresent(thread -> message.put("thread_ts", thread));
        return message;
    }
}
