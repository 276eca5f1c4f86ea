package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether two values say the same, wherever and however they are written. */
final class SameContent {

    /** What was compared already: a short text with aliases stands for a huge tree. */
    private final Map<Node, Node> same = new IdentityHashMap<>();

    private SameContent() {}

    /** Keys must stand in the same order. */
    static boolean of(Node one, Node other) {
        return new SameContent().isIn(one, other);
    }

    private boolean isIn(Node one, Node other) {
        boolean isSame = same.get(one) == other || isInParts(one, other);
        if (isSame) {
            same.put(one, other);
        }
        return isSame;
    }

    private boolean isInParts(Node one, Node other) {
        if (one instanceof ScalarNode scalar && other instanceof ScalarNode second) {
            return scalar.kind() == second.kind() && scalar.text().equals(second.text());
        } else if (one instanceof MappingNode mapping && other instanceof MappingNode second) {
            return keys(mapping).equals(keys(second)) && isInAll(values(mapping), values(second));
        }
        return one instanceof SequenceNode list
                && other instanceof SequenceNode second
                && isInAll(list.items(), second.items());
    }

    private boolean isInAll(List<Node> some, List<Node> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> isIn(some.get(i), others.get(i)));
    }

    private static List<String> keys(MappingNode mapping) {
        return mapping.entries().stream().map(entry -> entry.key().text()).toList();
    }

    private static List<Node> values(MappingNode mapping) {
        return mapping.entries().stream().map(MappingNode.Entry::value).toList();
    }
}
