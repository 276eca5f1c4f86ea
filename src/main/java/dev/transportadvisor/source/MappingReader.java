package dev.transportadvisor.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the keys of one mapping, each once, and reports what is missing, of the wrong kind,
 * repeated or not known. Nothing is thrown: problems are collected, and what could not be read
 * comes back empty.
 */
public final class MappingReader {

    private final String name;
    private final Span span;
    private final Problems problems;
    private final boolean isMapping;
    private final Map<String, MappingNode.Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param name what to call the mapping in a message, such as {@code "`needs`"}
     * @param node what stands in the mapping's place; anything but a mapping is a problem
     */
    public MappingReader(String name, Node node, Problems problems) {
        this.name = name;
        this.span = node.span();
        this.problems = problems;
        this.isMapping = node instanceof MappingNode;
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(this::add);
        } else {
            problems.at(span, "Expected " + name + " to be a mapping of keys to values, not " + node.kindName() + ".");
        }
    }

    private void add(MappingNode.Entry entry) {
        MappingNode.Entry first = entries.putIfAbsent(entry.key().text(), entry);
        if (first != null) {
            problems.at(
                    entry.key().span(),
                    "Duplicate key " + Quoted.of(entry.key().text()) + " in " + name + "; it stands first on line "
                            + first.key().span().start().line() + ". Keep one.");
        }
    }

    /**
     * Reads a file whose first key is {@code schema: 1}.
     *
     * @param name what to call the document in a message
     * @param contents takes what else is in there; a key that it does not ask for is a problem
     * @throws InputException with everything that is wrong with the file
     */
    public static <T> T document(String name, SourceFile file, Function<MappingReader, T> contents) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader(name, DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        T read = root.all(contents);
        problems.throwIfAny();
        return read;
    }

    public Problems problems() {
        return problems;
    }

    /** The keys that are present, with their places, in the order of the text. */
    public List<ScalarNode> keys() {
        return entries.values().stream().map(MappingNode.Entry::key).toList();
    }

    /** The value of an optional key. */
    public Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(MappingNode.Entry::value);
    }

    /** The value of a key that must be there. */
    public Optional<Node> requiredNode(String key) {
        Optional<Node> value = node(key);
        if (value.isEmpty() && isMapping) {
            Position start = span.start();
            problems.at(new Span(start, start), "Missing key `" + key + "` in " + name + ".");
        }
        return value;
    }

    public Optional<ScalarNode> scalar(String key) {
        return node(key).flatMap(value -> asScalar(key, value));
    }

    public Optional<ScalarNode> requiredScalar(String key) {
        return requiredNode(key).flatMap(value -> asScalar(key, value));
    }

    /**
     * The text of a key that must be there, must say something, and nothing that cannot be seen; empty text stands for
     * a reported problem.
     */
    public String requiredText(String key) {
        String text = requiredName(key);
        Quoted.firstInvisible(text).ifPresent(character -> refuse(key, character));
        return text;
    }

    /** The same for what may hold any character, as names of files do. */
    public String requiredName(String key) {
        Optional<ScalarNode> value = requiredScalar(key);
        value.filter(MappingReader::saysNothing)
                .ifPresent(text -> problems.at(text.span(), "`" + key + "` in " + name + " is empty."));
        return value.filter(text -> !saysNothing(text)).map(ScalarNode::text).orElse("");
    }

    /** Texts are shown to people, on terminals that must not obey them. */
    private void refuse(String key, int character) {
        node(key).ifPresent(value -> problems.at(
                value.span(),
                "`%s` in %s holds the character U+%04X, which nobody can see. Remove it."
                        .formatted(key, name, character)));
    }

    private static boolean saysNothing(ScalarNode value) {
        return isNothing(value) || value.text().isBlank();
    }

    private static boolean isNothing(Node value) {
        return value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
    }

    /** The word of a key that must be there, as the allowed item that it names. */
    public <T> Optional<T> requiredChoice(String key, Collection<T> allowed, Function<T, String> word) {
        return requiredScalar(key).flatMap(value -> problems.choose(key, value, allowed, word));
    }

    /** The same for the constants of an enum. */
    public <K extends Keyword> Optional<K> requiredChoice(String key, K[] allowed) {
        return requiredChoice(key, List.of(allowed), Keyword::word);
    }

    /** The constant that the word of an optional key names. */
    public <K extends Keyword> Optional<K> choice(String key, K[] allowed) {
        return scalar(key).flatMap(value -> problems.choose(key, value, List.of(allowed), Keyword::word));
    }

    /** The constants that a list of words names. */
    public <K extends Keyword> List<K> choices(String key, K[] allowed) {
        return choices(key, List.of(allowed), Keyword::word);
    }

    /** The allowed items that a list of words names. */
    public <T> List<T> choices(String key, Collection<T> allowed, Function<T, String> word) {
        return items(key).stream()
                .flatMap(item -> asScalar(key, item).stream())
                .flatMap(value -> problems.choose(key, value, allowed, word).stream())
                .toList();
    }

    /** The mapping of an optional key; a key with nothing behind it is as good as none. */
    public Optional<MappingReader> mapping(String key) {
        return node(key)
                .filter(value -> !isNothing(value))
                .map(value -> new MappingReader("`" + key + "`", value, problems));
    }

    /**
     * The mapping of a key that must be there; an empty one, of which nothing is reported, stands for a missing
     * one.
     */
    public MappingReader requiredMapping(String key) {
        requiredNode(key);
        return mapping(key)
                .orElseGet(() ->
                        new MappingReader("`" + key + "`", new MappingNode(List.of(), span), problems.discarded()));
    }

    /** The items of an optional list, or of a single value that stands for a list of one; none of nothing. */
    public List<Node> items(String key) {
        return node(key)
                .filter(value -> !isNothing(value))
                .map(value -> value instanceof SequenceNode list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** The texts of an optional list, or of a single value that stands for a list of one. */
    public List<String> texts(String key) {
        return items(key).stream()
                .flatMap(item -> asScalar(key, item).stream())
                .map(ScalarNode::text)
                .toList();
    }

    /** The items of an optional list of mappings. */
    public List<MappingReader> mappings(String key) {
        return items(key).stream()
                .map(item -> new MappingReader("an entry of `" + key + "`", item, problems))
                .toList();
    }

    /** The same, each as what is made of it; a key that is not asked for is a problem. */
    public <T> List<T> mappings(String key, Function<MappingReader, T> content) {
        return mappings(key).stream().map(item -> item.all(content)).toList();
    }

    private <T> T all(Function<MappingReader, T> content) {
        T read = content.apply(this);
        rejectUnknownKeys();
        return read;
    }

    /** Reports every key that was not asked for; comes last, since it names what was asked for as allowed. */
    public void rejectUnknownKeys() {
        rejectUnknownKeys("");
    }

    /** @param advice stands behind a problem for which no known key is near */
    public void rejectUnknownKeys(String advice) {
        for (MappingNode.Entry entry : entries.values()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                problems.at(
                        entry.key().span(),
                        "Unknown key " + Quoted.of(key) + " in " + name + ". " + Suggestion.sentence(key, known)
                                + (Suggestion.nearest(key, known).isEmpty() ? advice : ""));
            }
        }
    }

    public Span span() {
        return span;
    }

    private Optional<ScalarNode> asScalar(String key, Node value) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar);
        }
        problems.at(
                value.span(), "`" + key + "` in " + name + " must be a single value, not " + value.kindName() + ".");
        return Optional.empty();
    }
}
