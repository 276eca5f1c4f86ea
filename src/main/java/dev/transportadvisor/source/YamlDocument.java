package dev.transportadvisor.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML through SnakeYAML's <em>compose</em>, which keeps marks and duplicate keys and never
 * constructs a Java object.
 */
final class YamlDocument {

    static final String TOO_DEEP = "Nested deeper than " + DocumentReader.MAX_NESTING + " levels. Flatten the document.";

    /**
     * More values than a file within the size limit can spell out; beyond it, aliases have been used
     * to make a small text stand for a huge tree.
     */
    private static final long MAX_VALUES = SourceReader.MAX_BYTES;

    private static final Map<Tag, ScalarNode.Kind> SCALAR_TAGS = Map.of(
            Tag.STR, ScalarNode.Kind.TEXT,
            Tag.TIMESTAMP, ScalarNode.Kind.TEXT,
            Tag.MERGE, ScalarNode.Kind.TEXT,
            Tag.INT, ScalarNode.Kind.NUMBER,
            Tag.FLOAT, ScalarNode.Kind.NUMBER,
            Tag.BOOL, ScalarNode.Kind.BOOLEAN,
            Tag.NULL, ScalarNode.Kind.NULL);

    /** A converted node and the number of values that it stands for with its aliases spelt out. */
    private record Converted(Node node, long values) {}

    private final SourceFile file;
    private final Map<org.yaml.snakeyaml.nodes.Node, Optional<Converted>> done = new IdentityHashMap<>();

    YamlDocument(SourceFile file) {
        this.file = file;
    }

    Node read() {
        org.yaml.snakeyaml.nodes.Node root = compose();
        if (root == null) {
            throw new InputException(file.path() + " is empty.");
        }
        return convert(root).node();
    }

    private org.yaml.snakeyaml.nodes.Node compose() {
        try {
            return new Yaml(options()).compose(new StringReader(file.text()));
        } catch (MarkedYAMLException e) {
            throw new InputException(location(markOf(e)), sentence(e));
        } catch (ReaderException e) {
            throw new InputException(location(e.getPosition()),
                    "Not valid YAML: the character U+%04X is not allowed. Remove it or write it as an escape in double quotes."
                            .formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            // The two limits that SnakeYAML reports without a place: nesting and aliases.
            throw new InputException(firstTooDeep().orElseGet(() -> location(0)), limitSentence(e));
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DocumentReader.MAX_NESTING);
        options.setCodePointLimit(SourceReader.MAX_BYTES);
        return options;
    }

    private static Mark markOf(MarkedYAMLException e) {
        return e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    }

    private static String sentence(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : " " + e.getContext();
        String text = Quoted.visible((e.getProblem() + context).replaceAll("\\s+", " "));
        String hint = text.contains("\\t") ? " Indent with spaces, not with tabs." : "";
        return "Not valid YAML: " + text + "." + hint;
    }

    private static String limitSentence(YAMLException e) {
        return e.getMessage().startsWith("Nesting") ? TOO_DEEP : "Not valid YAML: " + Quoted.visible(e.getMessage()) + ".";
    }

    private Optional<Location> firstTooDeep() {
        int depth = 0;
        for (Event event : new Yaml(options()).parse(new StringReader(file.text()))) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DocumentReader.MAX_NESTING) {
                return Optional.of(location(event.getStartMark()));
            }
        }
        return Optional.empty();
    }

    private Converted convert(org.yaml.snakeyaml.nodes.Node node) {
        Optional<Converted> known = done.get(node);
        if (known != null) {
            return known.orElseThrow(() -> error(node, "This value holds an alias to itself. Spell it out instead."));
        }
        done.put(node, Optional.empty());
        Converted converted = convertNew(node);
        if (converted.values > MAX_VALUES) {
            throw error(node, "Aliases make this value stand for more than " + MAX_VALUES + " values. Use fewer aliases.");
        }
        done.put(node, Optional.of(converted));
        return converted;
    }

    private Converted convertNew(org.yaml.snakeyaml.nodes.Node node) {
        if (node instanceof org.yaml.snakeyaml.nodes.MappingNode mapping && node.getTag().equals(Tag.MAP)) {
            return mapping(mapping);
        } else if (node instanceof org.yaml.snakeyaml.nodes.SequenceNode sequence && node.getTag().equals(Tag.SEQ)) {
            return sequence(sequence);
        } else if (node instanceof org.yaml.snakeyaml.nodes.ScalarNode scalar && SCALAR_TAGS.containsKey(node.getTag())) {
            return new Converted(scalar(scalar), 1);
        }
        throw error(node, "The tag " + Quoted.of(node.getTag().getValue()) + " is not allowed. Use plain values only.");
    }

    private Converted mapping(org.yaml.snakeyaml.nodes.MappingNode mapping) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        long values = 1;
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(convert(tuple.getKeyNode()).node() instanceof ScalarNode key)) {
                throw error(tuple.getKeyNode(), "A key must be plain text, not a mapping or a list.");
            }
            Converted value = convert(tuple.getValueNode());
            entries.add(new MappingNode.Entry(key, value.node()));
            values += 1 + value.values();
        }
        return new Converted(new MappingNode(entries, span(mapping)), values);
    }

    private Converted sequence(org.yaml.snakeyaml.nodes.SequenceNode sequence) {
        List<Node> items = new ArrayList<>();
        long values = 1;
        for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
            Converted converted = convert(item);
            items.add(converted.node());
            values += converted.values();
        }
        return new Converted(new SequenceNode(items, span(sequence)), values);
    }

    private ScalarNode scalar(org.yaml.snakeyaml.nodes.ScalarNode scalar) {
        return new ScalarNode(scalar.getValue(), SCALAR_TAGS.get(scalar.getTag()), span(scalar));
    }

    private InputException error(org.yaml.snakeyaml.nodes.Node node, String message) {
        return new InputException(file.location(span(node)), message);
    }

    private Span span(org.yaml.snakeyaml.nodes.Node node) {
        return new Span(position(node.getStartMark()), position(node.getEndMark()));
    }

    private Position position(Mark mark) {
        return file.positionOfCodePoint(mark.getIndex());
    }

    private Location location(Mark mark) {
        return location(mark.getIndex());
    }

    private Location location(int codePoint) {
        Position at = file.positionOfCodePoint(codePoint);
        return file.location(new Span(at, at));
    }
}
