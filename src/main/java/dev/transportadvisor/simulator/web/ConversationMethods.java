package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels and the people in them. */
final class ConversationMethods {

    private final Workspace workspace;

    ConversationMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    Stream<ApiMethod> methods() {
        return Stream.of(
                ApiMethod.of("conversations.list", this::list),
                ApiMethod.of("conversations.info", this::info),
                ApiMethod.of("conversations.members", this::members),
                ApiMethod.of("conversations.history", this::history),
                ApiMethod.of("conversations.replies", this::replies),
                ApiMethod.of("conversations.join", this::info),
                ApiMethod.of("conversations.open", this::open),
                ApiMethod.of("users.info", ConversationMethods::user),
                ApiMethod.of("users.list", ConversationMethods::users));
    }

    private ObjectNode list(ApiCall call) {
        ArrayNode channels = JsonTree.array();
        workspace.channels().forEach(id -> channels.add(channel(id)));
        return lastPage(JsonTree.object().set("channels", channels));
    }

    private ObjectNode info(ApiCall call) {
        return JsonTree.object().set("channel", channel(named(call)));
    }

    private ObjectNode members(ApiCall call) {
        named(call);
        return lastPage(JsonTree.object()
                .set("members", JsonTree.array().add(Identity.USER).add(Identity.BOT_USER)));
    }

    private ObjectNode history(ApiCall call) {
        return messages(workspace.messages(named(call)));
    }

    private ObjectNode replies(ApiCall call) {
        String thread = call.required("ts", "thread_not_found");
        return messages(workspace.messages(named(call)).stream()
                .filter(message -> message.path("ts").asString("").equals(thread)
                        || message.path("thread_ts").asString("").equals(thread))
                .toList());
    }

    private ObjectNode open(ApiCall call) {
        call.required("users", "users_list_not_supplied");
        return JsonTree.object()
                .put("already_open", true)
                .set("channel", JsonTree.object().put("id", Identity.DIRECT_CHANNEL));
    }

    private static ObjectNode user(ApiCall call) {
        String id = call.required("user", "user_not_found");
        if (!id.equals(Identity.USER) && !id.equals(Identity.BOT_USER)) {
            throw new ApiRefusal("user_not_found");
        }
        return JsonTree.object().set("user", person(id));
    }

    private static ObjectNode users(ApiCall call) {
        return lastPage(JsonTree.object()
                .set("members", JsonTree.array().add(person(Identity.USER)).add(person(Identity.BOT_USER))));
    }

    private String named(ApiCall call) {
        return workspace.channel(call.required("channel", "channel_not_found"));
    }

    private static ObjectNode channel(String id) {
        boolean direct = id.startsWith("D");
        ObjectNode channel = JsonTree.object()
                .put("id", id)
                .put("is_channel", !direct)
                .put("is_im", direct)
                .put("is_private", direct || id.startsWith("G"))
                .put("is_archived", false)
                .put("is_member", true);
        return direct ? channel.put("user", Identity.USER) : channel.put("name", Workspace.name(id));
    }

    private static ObjectNode person(String id) {
        boolean bot = id.equals(Identity.BOT_USER);
        ObjectNode person = JsonTree.object()
                .put("id", id)
                .put("team_id", Identity.TEAM)
                .put("name", bot ? "bot" : "user")
                .put("deleted", false)
                .put("is_bot", bot)
                .put("tz", "Etc/UTC");
        person.putObject("profile").put("real_name", bot ? "Bot" : "User").put("display_name", bot ? "bot" : "user");
        return person;
    }

    private static ObjectNode messages(List<ObjectNode> messages) {
        ArrayNode list = JsonTree.array();
        messages.forEach(list::add);
        return JsonTree.object().put("has_more", false).set("messages", list);
    }

    private static ObjectNode lastPage(ObjectNode answer) {
        return answer.set("response_metadata", JsonTree.object().put("next_cursor", ""));
    }
}
