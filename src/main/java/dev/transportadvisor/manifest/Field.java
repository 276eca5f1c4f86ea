package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A value in a manifest.
 *
 * @param pointer JSON Pointer (RFC 6901) to the value; empty for the whole document
 * @param key the key that the value stands behind; none for the items of a list and for the document
 */
public record Field(String pointer, Optional<ScalarNode> key, Node value) {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    static Field ofDocument(Node root) {
        return new Field("", Optional.empty(), root);
    }

    /** Where a finding about this value belongs: at a single value itself, at a larger one's key, else at its start. */
    public Span place() {
        if (value instanceof ScalarNode scalar && !isNothing()) {
            return scalar.span();
        }
        Span whole = value.span();
        return key.map(ScalarNode::span).orElseGet(() -> new Span(whole.start(), whole.start()));
    }

    /** The text of a single value; empty for nothing, mappings and lists. */
    public Optional<String> text() {
        return value instanceof ScalarNode scalar && !isNothing() ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** Whether the key is there but nothing behind it. */
    public boolean isNothing() {
        return value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
    }

    /** Whether this is a mapping or a list without anything in it. */
    public boolean isEmpty() {
        return value instanceof MappingNode mapping && mapping.entries().isEmpty()
                || value instanceof SequenceNode list && list.items().isEmpty();
    }

    /** What a true or false value says. YAML 1.1 has {@code yes} and {@code on} for true as well. */
    public Optional<Boolean> flag() {
        return value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.BOOLEAN
                ? Optional.of(TRUE.contains(scalar.text().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether this is text that a template engine has yet to fill in. */
    public boolean isPlaceholder() {
        return text().filter(Placeholder::isIn).isPresent();
    }

    /** The values of a mapping or the items of a list, in the order of the text; of a repeated key, all. */
    public List<Field> children() {
        List<Field> children = new ArrayList<>();
        if (value instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> children.add(behind(entry)));
        } else if (value instanceof SequenceNode list) {
            for (Node item : list.items()) {
                children.add(new Field(pointer + "/" + children.size(), Optional.empty(), item));
            }
        }
        return children;
    }

    /** The first value behind a key of a mapping; empty for what is no mapping. */
    public Optional<Field> child(String name) {
        if (value instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                if (entry.key().text().equals(name)) {
                    return Optional.of(behind(entry));
                }
            }
        }
        return Optional.empty();
    }

    private Field behind(MappingNode.Entry entry) {
        String step = entry.key().text().replace("~", "~0").replace("/", "~1");
        return new Field(pointer + "/" + step, Optional.of(entry.key()), entry.value());
    }
}
