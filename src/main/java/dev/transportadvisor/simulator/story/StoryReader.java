package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Reads a story; what cannot be one is refused with its place. */
public final class StoryReader {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private StoryReader() {}

    /** @throws dev.transportadvisor.source.InputException with everything that is wrong with the file */
    public static Story read(SourceFile file) {
        return MappingReader.document(
                "the story",
                file,
                root -> new Story(
                        root.mappings("messages", StoryReader::message),
                        homes(root),
                        root.mappings("deliveries", StoryReader::delivery)));
    }

    private static Message message(MappingReader message) {
        String channel = labelled(message, "channel", Label.CHANNEL);
        Optional<String> visibleTo = message.node("visibleTo")
                .map(given -> labelled(message, "visibleTo", Label.PERSON));
        boolean isDeleted = flag(message, "deleted");
        ObjectNode body = object(message, "body");
        // As a text, also where it was written as a number, which would have no trailing zeros.
        message.mapping("body").ifPresent(inside -> body.put("ts", labelled(inside, "ts", Label.TIMESTAMP)));
        return new Message(channel, body, visibleTo, isDeleted, 0);
    }

    private static Map<String, ObjectNode> homes(MappingReader root) {
        Map<String, ObjectNode> homes = new LinkedHashMap<>();
        root.mapping("homes").ifPresent(all -> {
            for (ScalarNode person : all.keys()) {
                checked(root, person, Label.PERSON::fits, Label.PERSON.what());
                homes.put(person.text(), object(all, person.text()));
            }
        });
        return homes;
    }

    private static PastDelivery delivery(MappingReader delivery) {
        Payload.Kind kind = delivery.requiredChoice("kind", List.of(Payload.Kind.values()), Payload.Kind::envelope)
                .orElse(Payload.Kind.EVENT);
        Delivery.State state = delivery.requiredChoice("state", Delivery.State.values()).orElse(Delivery.State.FAILED);
        return new PastDelivery(
                new Payload(kind, object(delivery, "payload")),
                instant(delivery, "createdAt"),
                state,
                text(delivery, "reason"),
                delivery.mappings("attempts", StoryReader::attempt));
    }

    private static Attempt attempt(MappingReader attempt) {
        Optional<ScalarNode> after = attempt.scalar("answeredAfterMillis");
        Optional<Answer> answer = after.map(given -> new Answer(
                Duration.ofMillis(number(attempt, "answeredAfterMillis")),
                attempt.node("status").isPresent()
                        ? OptionalInt.of(number(attempt, "status"))
                        : OptionalInt.empty(),
                text(attempt, "answer")));
        return new Attempt(
                number(attempt, "number"),
                instant(attempt, "at"),
                text(attempt, "via"),
                answer,
                attempt.scalar("failure").map(ScalarNode::text));
    }

    private static String text(MappingReader mapping, String key) {
        return mapping.scalar(key).map(ScalarNode::text).orElse("");
    }

    private static boolean flag(MappingReader mapping, String key) {
        return mapping.scalar(key)
                .map(value -> checked(mapping, value, List.of("true", "false")::contains, "true or false"))
                .orElse("false")
                .equals("true");
    }

    private static String labelled(MappingReader mapping, String key, Label label) {
        return matching(mapping, key, label::fits, label.what());
    }

    private static String matching(MappingReader mapping, String key, Predicate<String> isRight, String what) {
        return mapping.requiredScalar(key)
                .map(value -> checked(mapping, value, isRight, what))
                .orElse("");
    }

    private static int number(MappingReader mapping, String key) {
        String text = matching(mapping, key, NUMBER.asMatchPredicate(), "a whole number");
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    private static Instant instant(MappingReader mapping, String key) {
        try {
            return Instant.parse(mapping.requiredScalar(key).map(ScalarNode::text).orElse("1970-01-01T00:00:00Z"));
        } catch (DateTimeException e) {
            mapping.scalar(key).ifPresent(value -> mapping.problems()
                    .at(value.span(), Quoted.of(value.text()) + " is not a time, such as 2026-01-01T12:00:00Z."));
            return Instant.EPOCH;
        }
    }

    private static String checked(
            MappingReader mapping, ScalarNode value, Predicate<String> isRight, String what) {
        if (!isRight.test(value.text())) {
            mapping.problems().at(value.span(), Quoted.of(value.text()) + " is not " + what + ".");
        }
        return value.text();
    }

    private static ObjectNode object(MappingReader mapping, String key) {
        Optional<Node> value = mapping.requiredNode(key);
        if (value.isPresent() && !(value.get() instanceof MappingNode)) {
            mapping.problems()
                    .at(value.get().span(), "`" + key + "` is to be an object, not " + value.get().kindName() + ".");
        }
        return value.filter(MappingNode.class::isInstance)
                .map(given -> (ObjectNode) Trees.of(given))
                .orElseGet(JsonTree::object);
    }
}
