package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private Blocks() {}

    /** The same, where a block or an element without an id has one: Slack gives them some, too. */
    public static ArrayNode withIds(JsonNode blocks) {
        ArrayNode identified = JsonTree.array();
        for (JsonNode block : blocks) {
            JsonNode copy = block.deepCopy();
            if (copy instanceof ObjectNode object) {
                identify(object, "block_id", "block-" + (identified.size() + 1));
                elements(object).forEach(element -> identify(element, "action_id", "action-" + element.path("type")
                        .asString("")));
            }
            identified.add(copy);
        }
        return identified;
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
        }
        return all;
    }

    private static List<ObjectNode> elements(JsonNode block) {
        return Stream.concat(
                        Stream.of(block.path("accessory"), block.path("element")),
                        block.path("elements").valueStream())
                .filter(element -> element instanceof ObjectNode && Element.isUsable(element))
                .map(ObjectNode.class::cast)
                .toList();
    }
}
