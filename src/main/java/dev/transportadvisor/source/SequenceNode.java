package dev.transportadvisor.source;

import java.util.List;

/** A list of values. */
public record SequenceNode(List<Node> items, Span span) implements Node {

    public SequenceNode {
        items = List.copyOf(items);
    }

    @Override
    public String kindName() {
        return "a list";
    }
}
