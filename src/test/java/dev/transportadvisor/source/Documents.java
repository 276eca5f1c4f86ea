package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.testing.HostileBytes;
import java.util.ArrayList;
import java.util.List;

/** Short ways to read a text in a test, and to say what came of it. */
final class Documents {

    private Documents() {}

    static Node yaml(String text) {
        return DocumentReader.read(new SourceFile("f.yaml", text));
    }

    static Node json(String text) {
        return DocumentReader.read(new SourceFile("f.json", text));
    }

    /** Reads a document, of which each key and value must have a place in the text. */
    static void checkSpans(SourceFile file) {
        all(DocumentReader.read(file)).forEach(node -> HostileBytes.checkInside(file, node.span()));
    }

    /** The one problem of a text, as a user sees it. */
    static String problem(String path, String text) {
        InputException e = assertThrows(InputException.class, () -> DocumentReader.read(new SourceFile(path, text)));
        return e.getMessage();
    }

    /** What stands in the text where the node says it stands. */
    static String textAt(String text, Node node) {
        return text.substring(node.span().start().offset(), node.span().end().offset());
    }

    /** {@code line:column-line:column}. */
    static String place(Node node) {
        Position start = node.span().start();
        Position end = node.span().end();
        return start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
    }

    /** All nodes of a tree, keys included, each before what it holds. */
    static List<Node> all(Node root) {
        List<Node> nodes = new ArrayList<>(List.of(root));
        if (root instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                nodes.add(entry.key());
                nodes.addAll(all(entry.value()));
            }
        } else if (root instanceof SequenceNode list) {
            list.items().forEach(item -> nodes.addAll(all(item)));
        }
        return nodes;
    }

    static List<ScalarNode> scalars(Node root) {
        return all(root).stream()
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .toList();
    }

    static String nested(String open, int levels, String close) {
        return open.repeat(levels) + close.repeat(levels);
    }
}
