package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Channel;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.slack.Team;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels and the people in them. */
final class ConversationMethods {

    private final Conversations conversations;

    ConversationMethods(Conversations conversations) {
        this.conversations = conversations;
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
        conversations.channels().forEach(id -> channels.add(channel(id)));
        return lastPage(JsonTree.object().set("channels", channels));
    }

    private ObjectNode info(ApiCall call) {
        return JsonTree.object().set("channel", channel(call.channel()));
    }

    private ObjectNode members(ApiCall call) {
        call.channel(); // refuses one that is not there
        ArrayNode ids = JsonTree.array();
        members().forEach(member -> ids.add(member.path("id")));
        return lastPage(JsonTree.object().set("members", ids));
    }

    private ObjectNode history(ApiCall call) {
        return messages(conversations.messages(call.channel()));
    }

    private ObjectNode replies(ApiCall call) {
        String thread = call.required("ts", "thread_not_found");
        return messages(conversations.messages(call.channel()).stream()
                .filter(message -> message.path("ts").asString("").equals(thread)
                        || message.path("thread_ts").asString("").equals(thread))
                .toList());
    }

    private ObjectNode open(ApiCall call) {
        Person person = Person.find(call.required("users", "users_list_not_supplied")).orElse(Person.ADA);
        return JsonTree.object()
                .put("already_open", true)
                .set("channel", JsonTree.object().put("id", person.directChannel()));
    }

    private static ObjectNode user(ApiCall call) {
        String id = call.required("user", "user_not_found");
        return members()
                .filter(member -> member.path("id").asString("").equals(id))
                .findFirst()
                .map(member -> JsonTree.object().set("user", member))
                .orElseThrow(() -> new ApiRefusal("user_not_found"));
    }

    private static ObjectNode users(ApiCall call) {
        ArrayNode members = JsonTree.array();
        members().forEach(members::add);
        return lastPage(JsonTree.object().set("members", members));
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
        return direct
                ? channel.put("user", Person.inDirectChannel(id).orElse(Person.ADA).id())
                : channel.put("name", Channel.of(id).name());
    }

    /** The people of the first workspace, and the bot. */
    private static Stream<ObjectNode> members() {
        Stream<ObjectNode> people = Person.ALL.stream()
                .filter(person -> person.team().equals(Team.FIRST))
                .map(person -> member(person.id(), person.name(), person.realName()));
        return Stream.concat(people, Stream.of(member(Identity.BOT_USER, "bot", "Bot").put("is_bot", true)));
    }

    private static ObjectNode member(String id, String name, String realName) {
        ObjectNode member = JsonTree.object()
                .put("id", id)
                .put("team_id", Identity.TEAM)
                .put("name", name)
                .put("real_name", realName)
                .put("deleted", false)
                .put("is_bot", false)
                .put("tz", "Etc/UTC");
        member.putObject("profile").put("real_name", realName).put("display_name", name);
        return member;
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
