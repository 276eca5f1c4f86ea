package dev.transportadvisor.edit;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a document is laid out, so that what is added looks like the rest.
 *
 * @param isJson whether keys and texts stand in JSON's quotes
 * @param step the indentation of one level
 * @param listStep by how much the dashes of a block list stand behind its key
 * @param isSpread whether mappings in braces have a line for each entry
 * @param listsAreSpread whether lists in brackets have a line for each item
 * @param colon what stands between a key and its value in braces
 */
record Layout(
        SourceFile file,
        Lines lines,
        boolean isJson,
        String step,
        String listStep,
        boolean isSpread,
        boolean listsAreSpread,
        String colon) {

    private static final String USUAL_STEP = "  ";
    private static final String USUAL_COLON = ": ";

    static Layout of(SourceFile file, Node root) {
        Lines lines = new Lines(file.text());
        boolean inBraces = isFlow(lines, root);
        boolean isSpread = inBraces && isSpread(lines, root);
        String step = inBraces ? stepInBraces(lines, root) : blockStep(lines, root);
        boolean listsAreSpread = all(root)
                .filter(node -> node instanceof SequenceNode list && !list.items().isEmpty() && isFlow(lines, node))
                .findFirst()
                .map(list -> isSpread(lines, list))
                .orElse(isSpread);
        return new Layout(
                file,
                lines,
                DocumentReader.isJson(file) || inBraces && beginsWithQuote(lines, root),
                step,
                listStep(lines, root).orElse(step),
                isSpread,
                listsAreSpread,
                colon(lines, root));
    }

    String text() {
        return file.text();
    }

    /** A text in the place of that between two offsets. */
    TextEdit edit(int start, int end, String replacement) {
        return new TextEdit(file.span(start, end), replacement);
    }

    boolean isFlow(Node node) {
        return isFlow(lines, node);
    }

    /** What parts two entries on one line. */
    String comma() {
        return colon.endsWith(" ") ? ", " : ",";
    }

    private static boolean isFlow(Lines lines, Node node) {
        int start = Extent.of(node).start();
        return lines.text().startsWith("{", start) || lines.text().startsWith("[", start);
    }

    private static boolean isSpread(Lines lines, Node collection) {
        return Extent.ofChildren(collection).stream()
                .limit(1)
                .anyMatch(first -> lines.beginsAt(first.start()));
    }

    private static boolean beginsWithQuote(Lines lines, Node root) {
        return Extent.ofChildren(root).stream()
                .limit(1)
                .anyMatch(first -> lines.text().startsWith("\"", first.start()));
    }

    private static String stepInBraces(Lines lines, Node root) {
        String outer = lines.indentOf(Extent.of(root).start());
        return Extent.ofChildren(root).stream()
                .map(child -> lines.indentOf(child.start()))
                .filter(inner -> inner.startsWith(outer) && inner.length() > outer.length())
                .map(inner -> inner.substring(outer.length()))
                .findFirst()
                .orElse(USUAL_STEP);
    }

    private static String blockStep(Lines lines, Node root) {
        return all(root)
                .flatMap(node -> node instanceof MappingNode mapping ? mapping.entries().stream() : Stream.empty())
                .filter(entry -> entry.value() instanceof MappingNode && !isFlow(lines, entry.value()))
                .map(Layout::columnsBehindKey)
                .filter(columns -> columns > 0)
                .findFirst()
                .map(" "::repeat)
                .orElse(USUAL_STEP);
    }

    private static Optional<String> listStep(Lines lines, Node root) {
        return all(root)
                .flatMap(node -> node instanceof MappingNode mapping ? mapping.entries().stream() : Stream.empty())
                .filter(entry -> entry.value() instanceof SequenceNode && !isFlow(lines, entry.value()))
                .map(Layout::columnsBehindKey)
                .filter(columns -> columns >= 0)
                .findFirst()
                .map(" "::repeat);
    }

    private static int columnsBehindKey(MappingNode.Entry entry) {
        return entry.value().span().start().column() - entry.key().span().start().column();
    }

    private static String colon(Lines lines, Node root) {
        return root instanceof MappingNode mapping && !mapping.entries().isEmpty() && isFlow(lines, root)
                ? colon(lines, mapping.entries().get(0))
                : USUAL_COLON;
    }

    private static String colon(Lines lines, MappingNode.Entry entry) {
        int start = Extent.of(entry.key()).end();
        int end = Extent.of(entry.value()).start();
        String between = end > start ? lines.text().substring(start, end) : "";
        return between.matches(" *: *") ? between : USUAL_COLON;
    }

    /** All values, each before what it holds, and once: a short text with aliases stands for a huge tree. */
    private static Stream<Node> all(Node root) {
        return all(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Stream<Node> all(Node node, Set<Node> seen) {
        return seen.add(node)
                ? Stream.concat(Stream.of(node), children(node).stream().flatMap(child -> all(child, seen)))
                : Stream.empty();
    }

    private static List<Node> children(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream().map(MappingNode.Entry::value).toList();
        }
        return node instanceof SequenceNode list ? list.items() : List.of();
    }
}
