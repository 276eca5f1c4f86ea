package dev.transportadvisor.source;

import java.util.function.UnaryOperator;

/** A value in a YAML or JSON document, with the place that it has in the text. */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

    Span span();

    /** What this is, in words for a message: {@code "a mapping"}, {@code "a list"}, {@code "text"}. */
    String kindName();

    /** The same value with other scalars, keys included, in the old places. */
    default Node withScalars(UnaryOperator<ScalarNode> change) {
        return new ScalarChange(change).copy(this);
    }
}
