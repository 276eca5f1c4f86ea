package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SequenceNode;
import java.util.List;
import java.util.stream.Stream;

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

    /** Whether all in a value stands one behind the other. What an alias stands for has its place further up. */
    static boolean isInOrder(Node node) {
        return hasPartsInOrder(node) && parts(node).stream().allMatch(Extent::isInOrder);
    }

    /** Whether the keys and values in a value do, whatever is in them. */
    static boolean hasPartsInOrder(Node node) {
        int front = of(node).start;
        for (Node part : parts(node)) {
            if (of(part).start < front) {
                return false;
            }
            front = of(part).end;
        }
        return true;
    }

    private static List<Node> parts(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream()
                    .flatMap(entry -> Stream.<Node>of(entry.key(), entry.value()))
                    .toList();
        }
        return node instanceof SequenceNode list ? list.items() : List.of();
    }

    static Extent of(Node node) {
        return new Extent(
                node.span().start().offset(), node.span().end().offset());
    }
}
