package dev.transportadvisor.scaffold;

import dev.transportadvisor.edit.DocumentEditor;
import dev.transportadvisor.edit.NodePath;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes values out of a file that has no comments to mark them: JSON. */
final class ValueCut {

    /** An entry of a mapping, from its key on, or an item of a list. */
    private record Part(int start, int end) {}

    private ValueCut() {}

    /**
     * The text without some values, and without what holds nothing else.
     *
     * @param pointers JSON Pointers (RFC 6901)
     * @throws IllegalStateException if one of them leads nowhere, which the reader of the template has ruled out
     */
    static String without(String path, String text, Collection<String> pointers) {
        if (pointers.isEmpty()) {
            return text;
        }
        SourceFile file = new SourceFile(path, text);
        Node root = DocumentReader.read(file);
        DocumentEditor editor = new DocumentEditor(file, root);
        Set<List<Integer>> gone = pointers.stream()
                .map(pointer -> editor.find(pointer).orElseThrow(() -> new IllegalStateException(pointer)).indexes())
                .collect(Collectors.toSet());
        addEmptied(root, gone);
        StringBuilder left = new StringBuilder();
        int done = 0;
        for (int[] cut : cuts(root, gone)) {
            left.append(text, done, cut[0]);
            done = cut[1];
        }
        return left.append(text, done, text.length()).toString();
    }

    /** The value at a place, if there is one that can be removed by itself. */
    static Optional<NodePath> find(String path, String text, String pointer) {
        SourceFile file = new SourceFile(path, text);
        return new DocumentEditor(file, DocumentReader.read(file)).find(pointer);
    }

    private static void addEmptied(Node root, Set<List<Integer>> gone) {
        Set<List<Integer>> emptied = gone.stream()
                .filter(path -> path.size() > 1)
                .map(ValueCut::parent)
                .filter(parent -> IntStream.range(0, parts(at(root, parent)).size())
                        .allMatch(i -> gone.contains(child(parent, i))))
                .collect(Collectors.toSet());
        if (gone.addAll(emptied)) {
            addEmptied(root, gone);
        }
    }

    /** Stretches of the text in its order. */
    private static List<int[]> cuts(Node root, Set<List<Integer>> gone) {
        return gone.stream()
                .map(ValueCut::parent)
                .distinct()
                .filter(parent -> Stream.iterate(parent, path -> !path.isEmpty(), ValueCut::parent)
                        .noneMatch(gone::contains))
                .flatMap(parent -> cuts(
                        parts(at(root, parent)),
                        gone.stream()
                                .filter(path -> parent(path).equals(parent))
                                .map(path -> path.get(path.size() - 1))
                                .collect(Collectors.toCollection(TreeSet::new))))
                .sorted((one, other) -> one[0] - other[0])
                .toList();
    }

    /** With the comma behind each, or at the end with the one in front. */
    private static Stream<int[]> cuts(List<Part> parts, Set<Integer> gone) {
        int lastKept = IntStream.range(0, parts.size()).filter(i -> !gone.contains(i)).max().orElse(-1);
        Stream<int[]> inside = gone.stream()
                .filter(i -> i < lastKept)
                .map(i -> new int[] {parts.get(i).start(), parts.get(i + 1).start()});
        if (lastKept == parts.size() - 1) {
            return inside;
        }
        int start = lastKept < 0 ? parts.get(0).start() : parts.get(lastKept).end();
        return Stream.concat(inside, Stream.of(new int[] {start, parts.get(parts.size() - 1).end()}));
    }

    private static Node at(Node root, List<Integer> path) {
        Node node = root;
        for (int index : path) {
            node = node instanceof MappingNode mapping
                    ? mapping.entries().get(index).value()
                    : ((SequenceNode) node).items().get(index);
        }
        return node;
    }

    private static List<Part> parts(Node node) {
        return node instanceof MappingNode mapping
                ? mapping.entries().stream()
                        .map(entry -> part(entry.key(), entry.value()))
                        .toList()
                : ((SequenceNode) node).items().stream().map(item -> part(item, item)).toList();
    }

    private static Part part(Node first, Node last) {
        return new Part(first.span().start().offset(), last.span().end().offset());
    }

    private static List<Integer> parent(List<Integer> path) {
        return path.subList(0, path.size() - 1);
    }

    private static List<Integer> child(List<Integer> path, int index) {
        return Stream.concat(path.stream(), Stream.of(index)).toList();
    }
}
