package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * Where something is to stand.
 *
 * @param path the last value on the way there that exists
 * @param missing the keys from there on
 */
record Destination(NodePath path, List<String> missing) {

    /** Empty where a repeated key leaves open which way is meant. */
    static Optional<Destination> of(Node root, List<String> keys) {
        NodePath path = NodePath.ofDocument(root);
        for (String key : keys) {
            List<Integer> indexes = path.node() instanceof MappingNode ? path.indexesOf(key) : List.of();
            if (indexes.isEmpty()) {
                break;
            } else if (indexes.size() > 1) {
                return Optional.empty();
            }
            path = path.child(indexes.get(0));
        }
        return Optional.of(
                new Destination(path, keys.subList(path.indexes().size(), keys.size())));
    }

    boolean isFound() {
        return missing.isEmpty();
    }

    /** Whether what is missing would stand in braces. */
    boolean isFlow(Layout layout) {
        return path.node() instanceof MappingNode && layout.isFlow(path.node());
    }
}
