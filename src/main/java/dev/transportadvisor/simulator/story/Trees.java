package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values with places in a text as the trees that are passed on. */
final class Trees {

    private Trees() {}

    static JsonNode of(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonTree.object();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), of(entry.value())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonTree.array();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode scalar) {
        return switch (scalar.kind()) {
            case TEXT -> StringNode.valueOf(scalar.text());
            case NULL -> NullNode.getInstance();
            default -> JsonTree.parse(scalar.text()).orElseGet(() -> StringNode.valueOf(scalar.text()));
        };
    }
}
