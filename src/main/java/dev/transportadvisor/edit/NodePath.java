package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SequenceNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value in a document, by the path that leads to it.
 *
 * @param indexes which entry of a mapping or item of a list to take, from the document down
 */
public record NodePath(Node root, List<Integer> indexes) {

    public NodePath {
        indexes = List.copyOf(indexes);
    }

    static NodePath ofDocument(Node root) {
        return new NodePath(root, List.of());
    }

    /** Empty where nothing of the kind stands there, or where a repeated key leaves open which one is meant. */
    static Optional<NodePath> of(Node root, String pointer, Node value) {
        return only(all(root, pointer).filter(path -> path.node().equals(value)));
    }

    /** The same, whatever the value is. */
    static Optional<NodePath> of(Node root, String pointer) {
        return only(all(root, pointer));
    }

    private static Optional<NodePath> only(Stream<NodePath> paths) {
        List<NodePath> found = paths.toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Stream<NodePath> all(Node root, String pointer) {
        return Stream.of(pointer.split("/"))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .reduce(List.of(ofDocument(root)), NodePath::children, (one, other) -> other)
                .stream();
    }

    private static List<NodePath> children(List<NodePath> parents, String step) {
        return parents.stream()
                .flatMap(parent -> parent.indexesOf(step).stream().map(parent::child))
                .toList();
    }

    /** Which entries have a key, or which item has a number. */
    List<Integer> indexesOf(String step) {
        return IntStream.range(0, size())
                .filter(i -> step.equals(
                        node() instanceof MappingNode mapping
                                ? mapping.entries().get(i).key().text()
                                : String.valueOf(i)))
                .boxed()
                .toList();
    }

    /** The value itself. */
    public Node node() {
        Node node = root;
        for (int index : indexes) {
            node = node instanceof MappingNode mapping
                    ? mapping.entries().get(index).value()
                    : ((SequenceNode) node).items().get(index);
        }
        return node;
    }

    boolean isDocument() {
        return indexes.isEmpty();
    }

    NodePath parent() {
        return new NodePath(root, indexes.subList(0, indexes.size() - 1));
    }

    NodePath child(int index) {
        return new NodePath(root, Stream.concat(indexes.stream(), Stream.of(index)).toList());
    }

    /** Which of its parent's entries or items this is. */
    int index() {
        return indexes.get(indexes.size() - 1);
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
    boolean isIn(NodePath other) {
        int depth = other.indexes.size();
        return indexes.size() >= depth && indexes.subList(0, depth).equals(other.indexes);
    }

    /** Whether there is an alias neither in this nor beside it. */
    boolean isSpeltOut() {
        return Extent.isInOrder(node()) && (isDocument() || Extent.hasPartsInOrder(parent().node()));
    }

    Extent extent() {
        return Extent.ofChildren(parent().node()).get(index());
    }

    /** This, or the largest mapping or list around it that holds nothing else, nor the one to keep. */
    NodePath emptied(NodePath kept) {
        boolean isAlone = parent().size() == 1 && !kept.isIn(parent());
        return isAlone ? parent().emptied(kept) : this;
    }

    /** The document with this value changed. */
    Node changed(UnaryOperator<Node> change) {
        return changed(root, indexes, change);
    }

    /** The document with another entry in the place of this one. */
    Node replaced(MappingNode.Entry entry) {
        return parent().changed(node -> ((MappingNode) node).with(index(), entry));
    }

    /** A document, which may be this one with something more at the end of it, without this. */
    Node removedFrom(Node document) {
        return changed(document, parent().indexes, this::withoutThis);
    }

    private Node withoutThis(Node parent) {
        return parent instanceof MappingNode mapping
                ? mapping.without(index())
                : ((SequenceNode) parent).without(index());
    }

    private static Node changed(Node node, List<Integer> indexes, UnaryOperator<Node> change) {
        if (indexes.isEmpty()) {
            return change.apply(node);
        }
        int index = indexes.get(0);
        List<Integer> deeper = indexes.subList(1, indexes.size());
        if (node instanceof MappingNode mapping) {
            MappingNode.Entry entry = mapping.entries().get(index);
            return mapping.with(index, new MappingNode.Entry(entry.key(), changed(entry.value(), deeper, change)));
        }
        SequenceNode list = (SequenceNode) node;
        return list.with(index, changed(list.items().get(index), deeper, change));
    }
}
