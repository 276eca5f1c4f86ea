package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value in a manifest, in its place. All who ask a manifest for a value get the same object, which remembers what it
 * was asked: dozens of rules look at the same few places.
 */
public final class Field {

    /** YAML 1.1 had this key for "the keys of that mapping, too" (https://yaml.org/type/merge.html). */
    public static final String MERGE = "<<";

    /** Scopes, events, URLs, switches, colours and versions. */
    private static final Pattern WITHOUT_CAPITALS = Pattern.compile(
            "/(?:oauth_config|settings|_metadata)/.*|.*/(?:command|url|type|background_color|\\w+_enabled|is_\\w+"
                    + "|always_online|should_escape)");

    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private final String pointer;
    private final Optional<ScalarNode> key;
    private final Node value;
    private List<Field> children;
    private Map<String, Field> byKey;
    private Boolean isPlaceholder;

    /**
     * @param pointer JSON Pointer (RFC 6901) to the value; empty for the whole document
     * @param key the key that the value stands behind; none for the items of a list and for the document
     */
    public Field(String pointer, Optional<ScalarNode> key, Node value) {
        this.pointer = pointer;
        this.key = key;
        this.value = value;
    }

    static Field ofDocument(Node root) {
        return new Field("", Optional.empty(), root);
    }

    /** JSON Pointer (RFC 6901) to the value; empty for the whole document. */
    public String pointer() {
        return pointer;
    }

    /** The key that the value stands behind; none for the items of a list and for the document. */
    public Optional<ScalarNode> key() {
        return key;
    }

    public Node value() {
        return value;
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

    /** Whether this was meant to bring the keys of another mapping here, so that any may be meant. */
    public boolean isMerge() {
        return key.isPresent() && key.get().text().equals(MERGE);
    }

    /** Whether this is yet to be filled in, or merged in: it may stand for anything. */
    public boolean isPlaceholder() {
        if (isPlaceholder == null) {
            isPlaceholder = isMerge() || text().filter(this::isPlaceholder).isPresent();
        }
        return isPlaceholder;
    }

    private boolean isPlaceholder(String text) {
        return pointer.endsWith("/usage_hint")
                ? Placeholder.isInHint(text)
                : Placeholder.isIn(text) || Placeholder.isBareWord(text) && holdsNoCapitals();
    }

    /** Whether no text that belongs here is a word in capitals: those are named by people, and written otherwise. */
    private boolean holdsNoCapitals() {
        return WITHOUT_CAPITALS.matcher(pointer).matches();
    }

    /** Whether this is a single value that is yet to be filled in, as a whole or at a place that is meant for that. */
    public boolean isLeftToFill() {
        return !isMerge() && isPlaceholder() && text().filter(this::isLeft).isPresent();
    }

    private boolean isLeft(String text) {
        return Placeholder.isLeftIn(text) || Placeholder.isBareWord(text);
    }

    /** The key of the value, as a value of its own: it is text, even where YAML takes it for a number. */
    public Field ofKey() {
        ScalarNode name = key.orElseThrow();
        return new Field(pointer, key, new ScalarNode(name.text(), ScalarNode.Kind.TEXT, name.span()));
    }

    /** The values of a mapping or the items of a list, in the order of the text; of a repeated key, all. */
    public List<Field> children() {
        if (children == null) {
            children = List.copyOf(childrenAnew());
        }
        return children;
    }

    private List<Field> childrenAnew() {
        List<Field> found = new ArrayList<>();
        if (value instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                String step = entry.key().text().replace("~", "~0").replace("/", "~1");
                found.add(new Field(pointer + "/" + step, Optional.of(entry.key()), entry.value()));
            }
        } else if (value instanceof SequenceNode list) {
            for (Node item : list.items()) {
                found.add(new Field(pointer + "/" + found.size(), Optional.empty(), item));
            }
        }
        return found;
    }

    /** The first value behind a key of a mapping; empty for what is no mapping. */
    public Optional<Field> child(String name) {
        if (byKey == null) {
            byKey = new HashMap<>();
            children().forEach(child -> child.key.ifPresent(key -> byKey.putIfAbsent(key.text(), child)));
        }
        return Optional.ofNullable(byKey.get(name));
    }
}
