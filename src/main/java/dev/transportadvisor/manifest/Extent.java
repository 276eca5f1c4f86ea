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
        Extent key = of(entry.key());
        // An alias has the place of what it names, further up.
        return new Extent(key.start, Math.max(key.end, of(entry.value()).end));
    }

    static Extent of(Node node) {
        return new Extent(
                node.span().start().offset(), node.span().end().offset());
    }
}
