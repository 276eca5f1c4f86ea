package dev.transportadvisor.scaffold;

import dev.transportadvisor.edit.DocumentEditor;
import dev.transportadvisor.edit.NodePath;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes values out of a file that has no comments to mark them: JSON. */
final class ValueCut {

    /** An entry of a mapping, from its key on, or an item of a list. */
    private record Part(int start, Node value) {
        int end() {
            return value.span().end().offset();
        }
    }

    private final SourceFile file;

    /** Each at its own place: equal ones elsewhere stay. */
    private final Set<Node> named = Collections.newSetFromMap(new IdentityHashMap<>());

    private ValueCut(SourceFile file) {
        this.file = file;
    }

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
        ValueCut cut = new ValueCut(file);
        for (String pointer : pointers) {
            cut.named.add(editor.find(pointer).orElseThrow(() -> new IllegalStateException(pointer)).node());
        }
        return TextEdits.apply(text, cut.inside(root).toList());
    }

    /** The value at a place, if there is one that can be removed by itself. */
    static Optional<NodePath> find(String path, String text, String pointer) {
        SourceFile file = new SourceFile(path, text);
        return new DocumentEditor(file, DocumentReader.read(file)).find(pointer);
    }

    private boolean isGone(Part part) {
        List<Part> inside = parts(part.value());
        return named.contains(part.value()) || !inside.isEmpty() && inside.stream().allMatch(this::isGone);
    }

    /** In a value that stays: with the comma behind each, or at the end with the one in front. */
    private Stream<TextEdit> inside(Node node) {
        List<Part> parts = parts(node);
        List<Part> kept = parts.stream().filter(part -> !isGone(part)).toList();
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        int end = parts.get(parts.size() - 1).end();
        if (kept.isEmpty()) { // of the document itself, which stays
            return Stream.of(cut(parts.get(0).start(), end));
        }
        int last = parts.indexOf(kept.get(kept.size() - 1));
        Stream<TextEdit> before = IntStream.range(0, last)
                .filter(i -> isGone(parts.get(i)))
                .mapToObj(i -> cut(parts.get(i).start(), parts.get(i + 1).start()));
        Stream<TextEdit> behind = Stream.of(cut(parts.get(last).end(), end));
        Stream<TextEdit> deeper = kept.stream().flatMap(part -> inside(part.value()));
        return Stream.of(before, behind, deeper).flatMap(edits -> edits);
    }

    private TextEdit cut(int start, int end) {
        return new TextEdit(file.span(start, end), "");
    }

    private static List<Part> parts(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream()
                    .map(entry -> part(entry.key(), entry.value()))
                    .toList();
        }
        return node instanceof SequenceNode list
                ? list.items().stream().map(item -> part(item, item)).toList()
                : List.of();
    }

    private static Part part(Node first, Node value) {
        return new Part(first.span().start().offset(), value);
    }
}
