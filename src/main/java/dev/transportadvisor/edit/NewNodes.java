package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.Span;
import java.util.List;

/** Values that do not stand in a text yet. */
final class NewNodes {

    private static final Span NOWHERE = new Span(new Position(-1, 0, 0), new Position(-1, 0, 0));

    private NewNodes() {}

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
        Node inner = keys.size() == 1 ? value : mapping(nested(keys.subList(1, keys.size()), value));
        return new MappingNode.Entry(text(keys.get(0)), inner);
    }
}
