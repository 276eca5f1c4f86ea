package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns the nodes that SnakeYAML composed into ours, and refuses what makes a small text mean much:
 * tags, and aliases that pile up. An alias becomes the node that it names, with that node's span.
 */
final class YamlConverter {

    private static final Map<Tag, ScalarNode.Kind> SCALAR_TAGS = Map.of(
            Tag.STR, ScalarNode.Kind.TEXT,
            Tag.TIMESTAMP, ScalarNode.Kind.TEXT,
            Tag.MERGE, ScalarNode.Kind.TEXT,
            Tag.INT, ScalarNode.Kind.NUMBER,
            Tag.FLOAT, ScalarNode.Kind.NUMBER,
            Tag.BOOL, ScalarNode.Kind.BOOLEAN,
            Tag.NULL, ScalarNode.Kind.NULL);

    private static final String TOO_MANY = String.format(
            Locale.ROOT,
            "Aliases make this value stand for more than %,d values. Use fewer aliases.",
            DocumentReader.MAX_VALUES);

    /** A converted node, and how many values and levels it stands for with its aliases spelt out. */
    private record Converted(Node node, long values, int depth) {}

    private final SourceFile file;
    private final Map<org.yaml.snakeyaml.nodes.Node, Optional<Converted>> done = new IdentityHashMap<>();

    YamlConverter(SourceFile file) {
        this.file = file;
    }

    Node convert(org.yaml.snakeyaml.nodes.Node root) {
        return converted(root, 0).node();
    }

    /** @param level how many mappings and lists stand around the node */
    private Converted converted(org.yaml.snakeyaml.nodes.Node node, int level) {
        Optional<Converted> known = done.get(node);
        Converted converted = known == null
                ? convertedAnew(node, level)
                : known.orElseThrow(() -> error(node, "This value holds an alias to itself. Spell it out instead."));
        if (converted.values > DocumentReader.MAX_VALUES) {
            throw error(node, TOO_MANY);
        } else if (level + converted.depth > DocumentReader.MAX_NESTING) {
            throw error(node, YamlDocument.TOO_DEEP);
        }
        done.put(node, Optional.of(converted));
        return converted;
    }

    private Converted convertedAnew(org.yaml.snakeyaml.nodes.Node node, int level) {
        done.put(node, Optional.empty());
        if (node instanceof org.yaml.snakeyaml.nodes.MappingNode mapping
                && node.getTag().equals(Tag.MAP)) {
            return mapping(mapping, level + 1);
        } else if (node instanceof org.yaml.snakeyaml.nodes.SequenceNode sequence
                && node.getTag().equals(Tag.SEQ)) {
            return sequence(sequence, level + 1);
        } else if (node instanceof org.yaml.snakeyaml.nodes.ScalarNode scalar
                && SCALAR_TAGS.containsKey(node.getTag())) {
            return new Converted(scalar(scalar), 1, 0);
        }
        throw error(node, "The tag " + shown(node.getTag()) + " is not allowed. Use plain values only.");
    }

    private Converted mapping(org.yaml.snakeyaml.nodes.MappingNode mapping, int level) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        Extent extent = new Extent(mapping, level);
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(extent.add(tuple.getKeyNode()) instanceof ScalarNode key)) {
                throw error(
                        tuple.getKeyNode(),
                        "A key must be plain text, not a mapping or a list. Put a text that begins with `{` or `[` in"
                                + " quotes.");
            }
            entries.add(new MappingNode.Entry(key, extent.add(tuple.getValueNode())));
        }
        return extent.of(new MappingNode(entries, extent.span()));
    }

    private Converted sequence(org.yaml.snakeyaml.nodes.SequenceNode sequence, int level) {
        List<Node> items = new ArrayList<>();
        Extent extent = new Extent(sequence, level);
        for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
            items.add(extent.add(item));
        }
        return extent.of(new SequenceNode(items, extent.span()));
    }

    private ScalarNode scalar(org.yaml.snakeyaml.nodes.ScalarNode scalar) {
        ScalarNode.Kind kind = SCALAR_TAGS.get(scalar.getTag());
        // A tag can call any text a number; the text must look like one without the tag, too.
        if (kind != ScalarNode.Kind.TEXT && kind != kindWithoutTag(scalar.getValue())) {
            throw error(
                    scalar,
                    Quoted.of(scalar.getValue()) + " is not what its tag " + shown(scalar.getTag())
                            + " says. Leave the tag out.");
        }
        Span marks = marks(scalar);
        return new ScalarNode(scalar.getValue(), kind, new Span(valueStart(marks), marks.end()));
    }

    private static ScalarNode.Kind kindWithoutTag(String text) {
        return SCALAR_TAGS.get(YamlDocument.RESOLVER.resolve(NodeId.scalar, text, true));
    }

    /** How much a collection holds, and where its text begins and ends. */
    private final class Extent {

        private final Span marks;
        private final int level;
        private Position start;
        private Position lastEnd;
        private long values = 1;
        private int depth;

        Extent(CollectionNode<?> collection, int level) {
            this.marks = marks(collection);
            this.level = level;
            this.start = valueStart(marks);
        }

        Node add(org.yaml.snakeyaml.nodes.Node child) {
            boolean isAlias = done.containsKey(child);
            if (marks(child).start().offset() == marks.start().offset()) {
                // The anchor or tag in front is that of the first key.
                start = marks.start();
            }
            Converted converted = converted(child, level);
            values += converted.values;
            depth = Math.max(depth, converted.depth);
            // What an alias names stands elsewhere and says nothing about the end of this collection.
            lastEnd = isAlias ? marks.end() : converted.node.span().end();
            return converted.node;
        }

        Converted of(Node node) {
            return new Converted(node, values, depth + 1);
        }

        /** A collection without brackets ends with its last value; its end mark lies at the next token. */
        Span span() {
            boolean hasBrackets =
                    file.text().startsWith("[", start.offset()) || file.text().startsWith("{", start.offset());
            return new Span(start, hasBrackets ? marks.end() : lastEnd);
        }
    }

    /** Behind the anchor and the tag, which the marks take in. */
    private Position valueStart(Span marks) {
        int at = marks.start().offset();
        int end = marks.end().offset();
        while (at < end && "&!".indexOf(file.text().charAt(at)) >= 0) {
            at = behindBlanks(behindWord(at, end), end);
        }
        return file.position(at);
    }

    private int behindWord(int start, int end) {
        int at = start;
        while (at < end && !Character.isWhitespace(file.text().charAt(at))) {
            at++;
        }
        return at;
    }

    private int behindBlanks(int start, int end) {
        int at = start;
        boolean comment = false;
        while (at < end && (comment || "# \t\r\n".indexOf(file.text().charAt(at)) >= 0)) {
            comment = "\r\n".indexOf(file.text().charAt(at)) < 0
                    && (comment || file.text().charAt(at) == '#');
            at++;
        }
        return at;
    }

    private InputException error(org.yaml.snakeyaml.nodes.Node node, String message) {
        return new InputException(file.location(marks(node)), message);
    }

    private Span marks(org.yaml.snakeyaml.nodes.Node node) {
        return new Span(
                file.positionOfCodePoint(node.getStartMark().getIndex()),
                file.positionOfCodePoint(node.getEndMark().getIndex()));
    }

    private static String shown(Tag tag) {
        // A file writes `!!` for the prefix of YAML's own tags.
        return Quoted.of(tag.getValue().replace(Tag.PREFIX, "!!"));
    }
}
