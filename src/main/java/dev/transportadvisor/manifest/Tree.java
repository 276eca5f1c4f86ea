package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Values without regard to their text: new ones, changed ones, and whether two say the same. */
final class Tree {

    /** The place of what does not stand in a text yet. */
    private static final Span NOWHERE = new Span(new Position(-1, 0, 0), new Position(-1, 0, 0));

    private Tree() {}

    static ScalarNode text(String text) {
        return new ScalarNode(text, ScalarNode.Kind.TEXT, NOWHERE);
    }

    static ScalarNode flag(boolean flag) {
        return new ScalarNode(String.valueOf(flag), ScalarNode.Kind.BOOLEAN, NOWHERE);
    }

    static SequenceNode list(Node item) {
        return new SequenceNode(List.of(item), NOWHERE);
    }

    static MappingNode mapping(MappingNode.Entry entry) {
        return new MappingNode(List.of(entry), NOWHERE);
    }

    /** A value behind a key, and that behind another, the first key outermost. */
    static MappingNode.Entry nested(List<String> keys, Node value) {
        Node inner = value;
        for (int i = keys.size() - 1; i > 0; i--) {
            inner = mapping(new MappingNode.Entry(text(keys.get(i)), inner));
        }
        return new MappingNode.Entry(text(keys.get(0)), inner);
    }

    static MappingNode with(MappingNode mapping, MappingNode.Entry last) {
        List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(last);
        return new MappingNode(entries, mapping.span());
    }

    static MappingNode with(MappingNode mapping, int index, MappingNode.Entry entry) {
        List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries());
        entries.set(index, entry);
        return new MappingNode(entries, mapping.span());
    }

    static SequenceNode with(SequenceNode list, Node last) {
        List<Node> items = new ArrayList<>(list.items());
        items.add(last);
        return new SequenceNode(items, list.span());
    }

    static Node without(Node node, int index) {
        if (node instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries());
            entries.remove(index);
            return new MappingNode(entries, mapping.span());
        }
        List<Node> items = new ArrayList<>(((SequenceNode) node).items());
        items.remove(index);
        return new SequenceNode(items, node.span());
    }

    /** Whether two values are equal wherever and however they are written; keys in the same order. */
    static boolean sayTheSame(Node one, Node other) {
        return sayTheSame(one, other, new IdentityHashMap<>());
    }

    /** @param same what was compared already: a short text with aliases stands for a huge tree */
    private static boolean sayTheSame(Node one, Node other, Map<Node, Node> same) {
        if (same.get(one) == other) {
            return true;
        }
        boolean isSame = one instanceof ScalarNode scalar
                ? other instanceof ScalarNode second
                        && scalar.kind() == second.kind()
                        && scalar.text().equals(second.text())
                : haveTheSame(one, other, same);
        if (isSame) {
            same.put(one, other);
        }
        return isSame;
    }

    private static boolean haveTheSame(Node one, Node other, Map<Node, Node> same) {
        if (one instanceof MappingNode mapping && other instanceof MappingNode second) {
            return keys(mapping).equals(keys(second)) && sayTheSame(values(mapping), values(second), same);
        }
        return one instanceof SequenceNode list
                && other instanceof SequenceNode second
                && sayTheSame(list.items(), second.items(), same);
    }

    private static boolean sayTheSame(List<Node> some, List<Node> others, Map<Node, Node> same) {
        boolean areSame = some.size() == others.size();
        for (int i = 0; areSame && i < some.size(); i++) {
            areSame = sayTheSame(some.get(i), others.get(i), same);
        }
        return areSame;
    }

    private static List<String> keys(MappingNode mapping) {
        return mapping.entries().stream().map(entry -> entry.key().text()).toList();
    }

    private static List<Node> values(MappingNode mapping) {
        return mapping.entries().stream().map(MappingNode.Entry::value).toList();
    }
}
