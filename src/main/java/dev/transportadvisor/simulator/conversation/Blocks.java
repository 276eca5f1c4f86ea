package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The blocks of a message or a view.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit">Block Kit</a>
 */
public final class Blocks {

    /** The blocks that hold others, and under which key. */
    private static final Map<String, String> HOLDING = Map.of("carousel", "elements", "container", "child_blocks");

    private Blocks() {}

    /** The same, where a block or an element without an id has one: Slack gives them some, too. */
    public static ArrayNode withIds(JsonNode blocks) {
        return withIds(blocks, "block");
    }

    private static ArrayNode withIds(JsonNode blocks, String outer) {
        ArrayNode identified = JsonTree.array();
        for (JsonNode block : blocks) {
            JsonNode copy = block.deepCopy();
            if (copy instanceof ObjectNode object) {
                String id = outer + "-" + (identified.size() + 1);
                identify(object, "block_id", id);
                elements(object).forEach(element -> identify(element, "action_id", "action-" + element.path("type")
                        .asString("")));
                inside(object).ifPresent(key -> object.set(key, withIds(object.path(key), id)));
            }
            identified.add(copy);
        }
        return identified;
    }

    private static Optional<String> inside(JsonNode block) {
        return Optional.ofNullable(HOLDING.get(block.path("type").asString("")))
                .filter(key -> block.path(key).isArray());
    }

    private static void identify(ObjectNode object, String key, String id) {
        if (object.path(key).asString("").isEmpty()) {
            object.put(key, id);
        }
    }

    /** The element of this action; of several, the one of the block that is named, or else the first. */
    static Optional<Element> find(JsonNode blocks, String actionId, String blockId) {
        return all(blocks).stream()
                .filter(element -> element.actionId().equals(actionId))
                .filter(element -> blockId.isEmpty() || element.blockId().equals(blockId))
                .findFirst();
    }

    /** Everything that a person can use. */
    static List<Element> all(JsonNode blocks) {
        List<Element> all = new ArrayList<>();
        for (JsonNode block : blocks) {
            String id = block.path("block_id").asString("");
            elements(block).forEach(element -> all.add(new Element(id, element)));
            inside(block).ifPresent(key -> all.addAll(all(block.path(key))));
        }
        return all;
    }

    private static List<ObjectNode> elements(JsonNode block) {
        return Stream.of(
                        Stream.of(block.path("accessory"), block.path("element")),
                        block.path("elements").valueStream(),
                        block.path("actions").valueStream())
                .flatMap(Function.identity())
                .filter(element -> element instanceof ObjectNode && Element.isUsable(element))
                .map(ObjectNode.class::cast)
                .toList();
    }
}
