package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A list of values. */
public record SequenceNode(List<Node> items, Span span) implements Node {

    public SequenceNode {
        items = List.copyOf(items);
    }

    /** The same with one more item at the end. */
    public SequenceNode with(Node last) {
        return new SequenceNode(Stream.concat(items.stream(), Stream.of(last)).toList(), span);
    }

    /** The same with another item in the place of one. */
    public SequenceNode with(int index, Node item) {
        List<Node> changed = new ArrayList<>(items);
        changed.set(index, item);
        return new SequenceNode(changed, span);
    }

    public SequenceNode without(int index) {
        List<Node> rest = new ArrayList<>(items);
        rest.remove(index);
        return new SequenceNode(rest, span);
    }

    @Override
    public String kindName() {
        return "a list";
    }
}
