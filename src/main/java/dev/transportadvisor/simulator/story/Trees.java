package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
        ArrayNode holder = JsonTree.array();
        return switch (scalar.kind()) {
            case TEXT -> holder.add(scalar.text()).get(0);
            case NULL -> holder.addNull().get(0);
            default -> JsonTree.parse(scalar.text()).orElseGet(() -> holder.add(scalar.text()).get(0));
        };
    }
}
