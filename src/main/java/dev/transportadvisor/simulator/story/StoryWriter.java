package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes a story as JSON, without what opens something: tokens, response URLs, triggers. Only what can be read again is
 * written: of a very long one the last parts, and no message of somebody whom a script has made up in another form.
 *
 * @param masking what hides the secrets that a bot has put into a text
 */
public record StoryWriter(UnaryOperator<String> masking) {

    /** For the messages, and as much for the deliveries. */
    private static final int LONG_PART = SourceReader.MAX_BYTES * 2 / 5;

    /** For the Home tabs; the rest is for what stands between. */
    private static final int SHORT_PART = SourceReader.MAX_BYTES / 6;

    private static final Set<String> OPENS_SOMETHING =
            Set.of("token", "bot_access_token", "response_url", "response_urls", "trigger_id");

    public String write(Story story) {
        ObjectNode json = JsonTree.object().put("schema", 1);
        List<Message> messages =
                story.messages().stream().filter(StoryWriter::isReadable).toList();
        json.putArray("messages").addAll(last(messages, StoryWriter::message, LONG_PART));
        json.set("homes", homes(story.homes()));
        json.putArray("deliveries").addAll(last(story.deliveries(), StoryWriter::delivery, LONG_PART));
        return JsonTree.text(json) + "\n";
    }

    private static boolean isReadable(Message message) {
        return Label.CHANNEL.fits(message.channel())
                && Label.TIMESTAMP.fits(message.timestamp())
                && message.visibleTo().map(Label.PERSON::fits).orElse(true);
    }

    private ObjectNode homes(Map<String, ObjectNode> homes) {
        List<String> people =
                homes.keySet().stream().filter(Label.PERSON::fits).toList();
        ObjectNode json = JsonTree.object();
        last(people, person -> JsonTree.object().set(person, homes.get(person)), SHORT_PART)
                .forEach(json::setAll);
        return json;
    }

    private <T> List<ObjectNode> last(List<T> parts, Function<T, ObjectNode> view, int mostBytes) {
        List<ObjectNode> kept = new ArrayList<>();
        int left = mostBytes;
        for (int i = parts.size() - 1; i >= 0; i--) {
            ObjectNode json = clean(view.apply(parts.get(i)));
            left -= JsonTree.text(json).getBytes(StandardCharsets.UTF_8).length + 1;
            if (left < 0) {
                break;
            }
            kept.add(json);
        }
        Collections.reverse(kept);
        return kept;
    }

    private static ObjectNode message(Message message) {
        ObjectNode json = JsonTree.object().put("channel", message.channel());
        message.visibleTo().ifPresent(person -> json.put("visibleTo", person));
        if (message.isDeleted()) {
            json.put("deleted", true);
        }
        return json.set("body", message.body());
    }

    private static ObjectNode delivery(PastDelivery delivery) {
        ObjectNode json = JsonTree.object()
                .put("kind", delivery.payload().kind().envelope())
                .put("createdAt", delivery.createdAt().toString())
                .put("state", delivery.state().word());
        if (!delivery.reason().isEmpty()) {
            json.put("reason", delivery.reason());
        }
        ArrayNode attempts = json.putArray("attempts");
        delivery.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
        return json.set("payload", delivery.payload().body());
    }

    private static ObjectNode attempt(Attempt attempt) {
        ObjectNode json = JsonTree.object()
                .put("number", attempt.number())
                .put("at", attempt.at().toString());
        if (!attempt.via().isEmpty()) {
            json.put("via", attempt.via());
        }
        attempt.failure().ifPresent(failure -> json.put("failure", failure));
        attempt.answer().ifPresent(answer -> {
            json.put("answeredAfterMillis", answer.after().toMillis());
            answer.status().ifPresent(status -> json.put("status", status));
            json.put("answer", answer.body());
        });
        return json;
    }

    private ObjectNode clean(ObjectNode object) {
        ObjectNode cleaned = JsonTree.object();
        object.propertyStream()
                .filter(entry -> !OPENS_SOMETHING.contains(entry.getKey()))
                .forEach(entry -> cleaned.set(entry.getKey(), clean(entry.getValue())));
        return cleaned;
    }

    private JsonNode clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return clean(object);
        }
        if (node.isArray()) {
            ArrayNode cleaned = JsonTree.array();
            node.forEach(item -> cleaned.add(clean(item)));
            return cleaned;
        }
        return node.isString() ? StringNode.valueOf(masking.apply(node.asString())) : node;
    }
}
