package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a story as JSON, without what opens something: tokens, response URLs, triggers. Of a very long one the last
 * parts, as many as can be read again.
 *
 * @param masking what hides the secrets that a bot has put into a text
 */
public record StoryWriter(UnaryOperator<String> masking) {

    /** For each of the two long parts; the rest is for the Home tabs and what stands between. */
    private static final int MOST_BYTES = SourceReader.MAX_BYTES * 2 / 5;

    private static final Set<String> OPENS_SOMETHING =
            Set.of("token", "bot_access_token", "response_url", "response_urls", "trigger_id");

    public String write(Story story) {
        ObjectNode json = JsonTree.object().put("schema", 1);
        json.set("messages", last(story.messages(), this::message));
        ObjectNode homes = json.putObject("homes");
        story.homes().forEach((person, home) -> homes.set(person, clean(home)));
        json.set("deliveries", last(story.deliveries(), this::delivery));
        return JsonTree.text(json) + "\n";
    }

    private static <T> ArrayNode last(List<T> parts, Function<T, ObjectNode> view) {
        List<ObjectNode> kept = new ArrayList<>();
        int left = MOST_BYTES;
        for (int i = parts.size() - 1; i >= 0; i--) {
            ObjectNode json = view.apply(parts.get(i));
            left -= JsonTree.text(json).getBytes(StandardCharsets.UTF_8).length + 1;
            if (left < 0) {
                break;
            }
            kept.add(json);
        }
        Collections.reverse(kept);
        return JsonTree.array().addAll(kept);
    }

    private ObjectNode message(Message message) {
        ObjectNode json = JsonTree.object().put("channel", message.channel());
        message.visibleTo().ifPresent(person -> json.put("visibleTo", person));
        if (message.isDeleted()) {
            json.put("deleted", true);
        }
        return json.set("body", clean(message.body()));
    }

    private ObjectNode delivery(PastDelivery delivery) {
        ObjectNode json = JsonTree.object()
                .put("kind", delivery.payload().kind().envelope())
                .put("createdAt", delivery.createdAt().toString())
                .put("state", delivery.state().word());
        if (!delivery.reason().isEmpty()) {
            json.put("reason", masking.apply(delivery.reason()));
        }
        ArrayNode attempts = json.putArray("attempts");
        delivery.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
        return json.set("payload", clean(delivery.payload().body()));
    }

    private ObjectNode attempt(Attempt attempt) {
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
            json.put("answer", masking.apply(answer.body()));
        });
        return json;
    }

    private JsonNode clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode cleaned = JsonTree.object();
            object.propertyStream()
                    .filter(entry -> !OPENS_SOMETHING.contains(entry.getKey()))
                    .forEach(entry -> cleaned.set(entry.getKey(), clean(entry.getValue())));
            return cleaned;
        }
        if (node.isArray()) {
            ArrayNode cleaned = JsonTree.array();
            node.forEach(item -> cleaned.add(clean(item)));
            return cleaned;
        }
        return node.isString() ? JsonTree.array().add(masking.apply(node.asString())).get(0) : node;
    }
}
