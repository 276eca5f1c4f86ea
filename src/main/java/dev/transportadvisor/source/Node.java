package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A value in a YAML or JSON document, with the place that it has in the text. */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

    Span span();

    /** What this is, in words for a message: {@code "a mapping"}, {@code "a list"}, {@code "text"}. */
    String kindName();

    /** The same value with other scalars, keys included, in the old places. */
    default Node withScalars(UnaryOperator<ScalarNode> change) {
        if (this instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                entries.add(new MappingNode.Entry(
                        change.apply(entry.key()), entry.value().withScalars(change)));
            }
            return new MappingNode(entries, mapping.span());
        } else if (this instanceof SequenceNode list) {
            return new SequenceNode(
                    list.items().stream().map(item -> item.withScalars(change)).toList(), list.span());
        }
        return change.apply((ScalarNode) this);
    }
}
