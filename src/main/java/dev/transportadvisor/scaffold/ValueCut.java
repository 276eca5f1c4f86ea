package dev.transportadvisor.scaffold;

import dev.transportadvisor.edit.DocumentEditor;
import dev.transportadvisor.edit.NodePath;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdits;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Takes values out of a file that has no comments to mark them: JSON. */
final class ValueCut {

    private static final Comparator<List<Integer>> ORDER_OF_THE_TEXT = (one, other) -> IntStream.range(
                    0, Math.min(one.size(), other.size()))
            .map(i -> one.get(i) - other.get(i))
            .filter(difference -> difference != 0)
            .findFirst()
            .orElse(one.size() - other.size());

    private ValueCut() {}

    /**
     * The text without some values, of which none lies in another.
     *
     * @param pointers JSON Pointers (RFC 6901) into the whole text
     * @throws IllegalStateException if one of them leads nowhere, which the reader of the template has ruled out
     */
    static String without(String path, String text, Collection<String> pointers) {
        // From the end to the start, so that the numbers of items still mean what they meant.
        Map<List<Integer>, String> inOrder = new TreeMap<>(ORDER_OF_THE_TEXT.reversed());
        pointers.forEach(pointer -> inOrder.put(find(path, text, pointer).orElseThrow().indexes(), pointer));
        String left = text;
        for (String pointer : inOrder.values()) {
            left = without(path, left, pointer);
        }
        return left;
    }

    private static String without(String path, String text, String pointer) {
        return find(path, text, pointer)
                .flatMap(value -> editor(path, text).remove(value))
                .map(edits -> TextEdits.apply(text, edits))
                .orElseThrow(() -> new IllegalStateException(pointer + " cannot be removed from " + path));
    }

    /** The value at a place, if there is one that can be removed by itself. */
    static Optional<NodePath> find(String path, String text, String pointer) {
        return editor(path, text).find(pointer);
    }

    private static DocumentEditor editor(String path, String text) {
        SourceFile file = new SourceFile(path, text);
        return new DocumentEditor(file, DocumentReader.read(file));
    }
}
