package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A value in a document, by the way that leads to it.
 *
 * @param way which entry of a mapping or item of a list to take, from the document down
 */
record Branch(Node root, List<Integer> way) {

    Branch {
        way = List.copyOf(way);
    }

    static Branch ofDocument(Node root) {
        return new Branch(root, List.of());
    }

    /** Empty where a repeated key leaves open which way was meant, or where the text says something else. */
    static Optional<Branch> of(Node root, Field field) {
        String[] steps = field.pointer().split("/");
        Branch branch = ofDocument(root);
        for (int i = 1; i < steps.length; i++) {
            boolean isLast = i == steps.length - 1;
            List<Integer> ways = branch.indexesOf(steps[i].replace("~1", "/").replace("~0", "~"));
            Branch above = branch;
            List<Integer> meant = ways.stream()
                    .filter(index -> !isLast || above.child(index).isBehind(field))
                    .toList();
            if (meant.size() != 1) {
                return Optional.empty();
            }
            branch = branch.child(meant.get(0));
        }
        return Optional.of(branch).filter(found -> found.node().equals(field.value()));
    }

    private boolean isBehind(Field field) {
        return entry().map(MappingNode.Entry::key).equals(field.key());
    }

    /** Which entries have a key, or which item has a number. */
    List<Integer> indexesOf(String step) {
        if (node() instanceof MappingNode mapping) {
            return IntStream.range(0, mapping.entries().size())
                    .filter(i -> mapping.entries().get(i).key().text().equals(step))
                    .boxed()
                    .toList();
        }
        return IntStream.range(0, size())
                .filter(i -> step.equals(String.valueOf(i)))
                .boxed()
                .toList();
    }

    Node node() {
        Node node = root;
        for (int index : way) {
            node = node instanceof MappingNode mapping
                    ? mapping.entries().get(index).value()
                    : ((SequenceNode) node).items().get(index);
        }
        return node;
    }

    boolean isDocument() {
        return way.isEmpty();
    }

    Branch parent() {
        return new Branch(root, way.subList(0, way.size() - 1));
    }

    Branch child(int index) {
        List<Integer> longer = new ArrayList<>(way);
        longer.add(index);
        return new Branch(root, longer);
    }

    /** Which of its parent's entries or items this is. */
    int index() {
        return way.get(way.size() - 1);
    }

    /** How many entries or items this holds. */
    int size() {
        if (node() instanceof MappingNode mapping) {
            return mapping.entries().size();
        }
        return node() instanceof SequenceNode list ? list.items().size() : 0;
    }

    /** The key and value, for what stands in a mapping. */
    Optional<MappingNode.Entry> entry() {
        return !isDocument() && parent().node() instanceof MappingNode mapping
                ? Optional.of(mapping.entries().get(index()))
                : Optional.empty();
    }

    /** Whether this is the other, or stands in it. */
    boolean isIn(Branch other) {
        return way.size() >= other.way.size()
                && way.subList(0, other.way.size()).equals(other.way);
    }

    /** Whether there is an alias neither in this nor beside it. */
    boolean isSpeltOut() {
        return Extent.isInOrder(node()) && (isDocument() || Extent.hasPartsInOrder(parent().node()));
    }

    Extent extent() {
        return Extent.ofChildren(parent().node()).get(index());
    }

    /** This, or the largest mapping or list around it that holds nothing else, nor the one to keep. */
    Branch emptied(Branch kept) {
        boolean isAlone = parent().size() == 1 && !kept.isIn(parent());
        return isAlone ? parent().emptied(kept) : this;
    }

    /** The document with this value changed. */
    Node changed(UnaryOperator<Node> change) {
        return changed(root, way, change);
    }

    /** The document with another entry in the place of this one. */
    Node replaced(MappingNode.Entry entry) {
        return parent().changed(node -> Tree.with((MappingNode) node, index(), entry));
    }

    /** A document, which may be this one with something more at the end of it, without this. */
    Node removedFrom(Node document) {
        return changed(document, parent().way, node -> Tree.without(node, index()));
    }

    private static Node changed(Node node, List<Integer> way, UnaryOperator<Node> change) {
        if (way.isEmpty()) {
            return change.apply(node);
        }
        UnaryOperator<Node> inner = child -> changed(child, way.subList(1, way.size()), change);
        int index = way.get(0);
        if (node instanceof MappingNode mapping) {
            MappingNode.Entry entry = mapping.entries().get(index);
            return Tree.with(mapping, index, new MappingNode.Entry(entry.key(), inner.apply(entry.value())));
        }
        List<Node> items = new ArrayList<>(((SequenceNode) node).items());
        items.set(index, inner.apply(items.get(index)));
        return new SequenceNode(items, node.span());
    }
}
