package dev.transportadvisor.edit;

import dev.transportadvisor.source.JsonScalar;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes new values in the manner of the document that they are for.
 *
 * @param moved the entry that is not new, but keeps its text
 */
record NodeWriter(Layout layout, Optional<EntryText> moved) {

    /** An entry of a block mapping, without the indentation in front and the break behind. */
    String inBlock(MappingNode.Entry entry, String indent) {
        return moved(entry)
                .map(text -> text.at(indent))
                .orElseGet(() -> key(entry) + ":" + behindKey(entry.value(), indent));
    }

    private String behindKey(Node value, String indent) {
        return value instanceof ScalarNode scalar
                ? " " + spelling(scalar)
                : layout.lines().usualBreak() + blockLines(value, indent);
    }

    /**
     * What a block mapping or list holds, without the break behind.
     *
     * @param keyIndent the indentation of the key that the value stands behind
     */
    String blockLines(Node value, String keyIndent) {
        String lineBreak = layout.lines().usualBreak();
        if (value instanceof MappingNode mapping) {
            String indent = keyIndent + layout.step();
            return mapping.entries().stream()
                    .map(entry -> indent + inBlock(entry, indent))
                    .collect(Collectors.joining(lineBreak));
        }
        return ((SequenceNode) value)
                .items().stream()
                        .map(item -> keyIndent + layout.listStep() + "- " + spelling((ScalarNode) item))
                        .collect(Collectors.joining(lineBreak));
    }

    /** An entry between braces; {@code indent} is that of the line on which it begins. */
    String inFlow(MappingNode.Entry entry, String indent) {
        return moved(entry)
                .map(text -> text.at(indent))
                .orElseGet(() -> key(entry) + layout.colon() + inFlow(entry.value(), indent));
    }

    /** A value in brackets or braces; {@code indent} is that of the line on which it begins. */
    String inFlow(Node value, String indent) {
        if (value instanceof MappingNode mapping) {
            String inner = layout.isSpread() ? indent + layout.step() : indent;
            List<String> entries =
                    mapping.entries().stream().map(entry -> inFlow(entry, inner)).toList();
            return "{" + (layout.isSpread() ? spread(entries, indent) : inLine(entries)) + "}";
        } else if (value instanceof SequenceNode list) {
            String inner = layout.listsAreSpread() ? indent + layout.step() : indent;
            List<String> items =
                    list.items().stream().map(item -> inFlow(item, inner)).toList();
            return "[" + (layout.listsAreSpread() ? spread(items, indent) : inLine(items)) + "]";
        }
        return spelling((ScalarNode) value);
    }

    private String inLine(List<String> children) {
        return String.join(layout.comma(), children);
    }

    private String spread(List<String> children, String indent) {
        String line = layout.lines().usualBreak() + indent;
        return children.stream().collect(Collectors.joining("," + line + layout.step(), line + layout.step(), line));
    }

    String spelling(ScalarNode value) {
        return value.kind() == ScalarNode.Kind.TEXT ? spelling(value.text()) : value.text();
    }

    /**
     * The spelling of a value that takes the place of another, with its kind of quotes.
     *
     * @param old may be empty, for nothing behind a key
     */
    String spelling(ScalarNode value, String old) {
        if (value.kind() == ScalarNode.Kind.TEXT && !layout.isJson()) {
            return YamlScalar.inPlaceOf(old, value.text());
        }
        return (old.isEmpty() ? " " : "") + spelling(value);
    }

    private String spelling(String text) {
        return layout.isJson() ? JsonScalar.of(text) : YamlScalar.inFlow(text);
    }

    private String key(MappingNode.Entry entry) {
        return spelling(entry.key().text());
    }

    private Optional<EntryText> moved(MappingNode.Entry entry) {
        return moved.filter(text -> text.entry() == entry);
    }
}
