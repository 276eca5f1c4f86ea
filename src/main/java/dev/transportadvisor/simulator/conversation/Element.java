package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A button, a menu or a field of a message or a view.
 *
 * @param blockId of the block that it is in
 * @param body as the bot sent it
 * @see <a href="https://docs.slack.dev/reference/block-kit/block-elements">Block elements</a>
 */
public record Element(String blockId, ObjectNode body) {

    /** What a person gives it, and under which key that stands in a payload. */
    private enum Given {
        TEXT,
        NUMBER,
        OPTION,
        OPTIONS,
        TEXTS,
        RICH_TEXT,
        FILES
    }

    private record Kind(String key, Given given) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("button", new Kind("value", Given.TEXT)),
            Map.entry("workflow_button", new Kind("value", Given.TEXT)),
            Map.entry("icon_button", new Kind("value", Given.TEXT)),
            Map.entry("feedback_buttons", new Kind("value", Given.TEXT)),
            Map.entry("plain_text_input", new Kind("value", Given.TEXT)),
            Map.entry("email_text_input", new Kind("value", Given.TEXT)),
            Map.entry("url_text_input", new Kind("value", Given.TEXT)),
            Map.entry("number_input", new Kind("value", Given.TEXT)),
            Map.entry("rich_text_input", new Kind("rich_text_value", Given.RICH_TEXT)),
            Map.entry("file_input", new Kind("files", Given.FILES)),
            Map.entry("datepicker", new Kind("selected_date", Given.TEXT)),
            Map.entry("timepicker", new Kind("selected_time", Given.TEXT)),
            Map.entry("datetimepicker", new Kind("selected_date_time", Given.NUMBER)),
            Map.entry("static_select", new Kind("selected_option", Given.OPTION)),
            Map.entry("external_select", new Kind("selected_option", Given.OPTION)),
            Map.entry("radio_buttons", new Kind("selected_option", Given.OPTION)),
            Map.entry("overflow", new Kind("selected_option", Given.OPTION)),
            Map.entry("multi_static_select", new Kind("selected_options", Given.OPTIONS)),
            Map.entry("multi_external_select", new Kind("selected_options", Given.OPTIONS)),
            Map.entry("checkboxes", new Kind("selected_options", Given.OPTIONS)),
            Map.entry("users_select", new Kind("selected_user", Given.TEXT)),
            Map.entry("multi_users_select", new Kind("selected_users", Given.TEXTS)),
            Map.entry("conversations_select", new Kind("selected_conversation", Given.TEXT)),
            Map.entry("multi_conversations_select", new Kind("selected_conversations", Given.TEXTS)),
            Map.entry("channels_select", new Kind("selected_channel", Given.TEXT)),
            Map.entry("multi_channels_select", new Kind("selected_channels", Given.TEXTS)));

    /** What is used and then holds nothing, as a button. */
    private static final Set<String> WITHOUT_STATE = Set.of("overflow", "feedback_buttons");

    /** The element of this action in a message or a view, or in one of a message's attachments. */
    public static Optional<Element> in(ObjectNode body, String actionId, String blockId) {
        Stream<JsonNode> attached = body.path("attachments").valueStream().map(one -> one.path("blocks"));
        return Stream.concat(Stream.of(body.path("blocks")), attached)
                .flatMap(blocks -> Blocks.find(blocks, actionId, blockId).stream())
                .findFirst();
    }

    static boolean isUsable(JsonNode element) {
        return KINDS.containsKey(element.path("type").asString(""));
    }

    String actionId() {
        return body.path("action_id").asString("");
    }

    private String type() {
        return body.path("type").asString("");
    }

    /** What Slack says of it when it is used. */
    public ObjectNode action(List<String> values, String timestamp) {
        ObjectNode action = JsonTree.object()
                .put("action_id", actionId())
                .put("block_id", blockId)
                .put("type", type())
                .put("action_ts", timestamp);
        body.optional("text").ifPresent(text -> action.set("text", text));
        body.optional("style").ifPresent(style -> action.set("style", style));
        if (type().endsWith("button")) {
            body.optional("value").ifPresent(value -> action.set("value", value));
            return values.isEmpty() ? action : action.put("value", values.get(0));
        }
        return action.set(KINDS.get(type()).key(), given(values));
    }

    /** What Slack says of what was entered. */
    ObjectNode state(List<String> values) {
        return JsonTree.object().put("type", type()).set(KINDS.get(type()).key(), given(values));
    }

    /** What is in it before anybody has used it. */
    ObjectNode initialState() {
        Kind kind = KINDS.get(type());
        String initial =
                kind.key().replace("selected_", "initial_").replaceFirst("^(rich_text_)?value$", "initial_value");
        ObjectNode state = JsonTree.object().put("type", type());
        return state.set(kind.key(), body.optional(initial).orElseGet(() -> given(List.of())));
    }

    /** Whether it holds something that is sent along with a view or a message. */
    boolean hasState() {
        return !type().endsWith("button") && !WITHOUT_STATE.contains(type());
    }

    private JsonNode given(List<String> values) {
        ArrayNode nodes = JsonTree.array();
        Given given = KINDS.get(type()).given();
        values.stream().filter(value -> !value.isEmpty()).forEach(value -> nodes.add(node(given, value)));
        boolean isList = given == Given.OPTIONS || given == Given.TEXTS || given == Given.FILES;
        return isList ? nodes : nodes.optional(0).orElse(JsonTree.object().nullNode());
    }

    private JsonNode node(Given given, String value) {
        return switch (given) {
            case OPTION, OPTIONS -> option(value);
            case NUMBER -> LongNode.valueOf(number(value));
            case RICH_TEXT -> richText(value);
            case FILES -> file(value);
            default -> StringNode.valueOf(value);
        };
    }

    private static long number(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** The option that has this value; the bot may have named it only when it was asked. */
    private JsonNode option(String value) {
        Stream<JsonNode> grouped =
                body.path("option_groups").valueStream().flatMap(group -> group.path("options").valueStream());
        return Stream.concat(body.path("options").valueStream(), grouped)
                .filter(option -> option.path("value").asString("").equals(value))
                .findFirst()
                .orElseGet(() -> {
                    ObjectNode option = JsonTree.object().put("value", value);
                    option.putObject("text").put("type", "plain_text").put("text", value);
                    return option;
                });
    }

    /** Of a file there is its name alone. */
    private static ObjectNode file(String name) {
        return JsonTree.object().put("id", "F0SIMFILE").put("name", name).put("title", name);
    }

    private static ObjectNode richText(String value) {
        ObjectNode richText = JsonTree.object().put("type", "rich_text");
        ObjectNode section = richText.putArray("elements").addObject().put("type", "rich_text_section");
        section.putArray("elements").addObject().put("type", "text").put("text", value);
        return richText;
    }
}
