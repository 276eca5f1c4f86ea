package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SequenceNode;
import java.util.List;

/**
 * From where to where an entry or item stands in a text, without the dash, comma and comment around it.
 *
 * @param start offset of the first character
 * @param end offset behind the last one
 */
record Extent(int start, int end) {

    /** Of each entry or item. */
    static List<Extent> ofChildren(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream().map(Extent::of).toList();
        }
        return ((SequenceNode) node).items().stream().map(Extent::of).toList();
    }

    static Extent of(MappingNode.Entry entry) {
        return new Extent(of(entry.key()).start, of(entry.value()).end);
    }

    /** Whether all values stand one behind the other. What an alias stands for has its place further up. */
    static boolean areInOrder(Node root) {
        return endInOrder(root, 0) >= 0;
    }

    /** Where a value ends; negative if it, or one in it, does not begin behind all that is in front of it. */
    private static int endInOrder(Node node, int front) {
        int end = of(node).start < front ? -1 : front;
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                end = end < 0 ? end : endInOrder(entry.value(), Math.max(end, of(entry.key()).end));
            }
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.items()) {
                end = end < 0 ? end : endInOrder(item, end);
            }
        }
        return end < 0 ? end : Math.max(end, of(node).end);
    }

    static Extent of(Node node) {
        return new Extent(
                node.span().start().offset(), node.span().end().offset());
    }
}
