package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Copies a tree with other scalars. What stands in several places through an alias is copied once. */
final class ScalarChange {

    private final UnaryOperator<ScalarNode> change;
    private final Map<Node, Node> done = new IdentityHashMap<>();

    ScalarChange(UnaryOperator<ScalarNode> change) {
        this.change = change;
    }

    Node copy(Node node) {
        Node known = done.get(node);
        if (known == null) {
            known = copyAnew(node);
            done.put(node, known);
        }
        return known;
    }

    private Node copyAnew(Node node) {
        if (node instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                entries.add(new MappingNode.Entry(change.apply(entry.key()), copy(entry.value())));
            }
            return new MappingNode(entries, mapping.span());
        } else if (node instanceof SequenceNode list) {
            return new SequenceNode(list.items().stream().map(this::copy).toList(), list.span());
        }
        return change.apply((ScalarNode) node);
    }
}
