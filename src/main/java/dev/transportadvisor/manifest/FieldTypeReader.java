package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the notation for a single field. What cannot be read is reported and stands for {@code anything}. */
final class FieldTypeReader {

    private static final FieldType UNREADABLE = FieldType.Plain.ANYTHING;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{0,9})");

    private static final Map<String, FieldType> PLAIN = Map.of(
            "flag", FieldType.Plain.FLAG,
            "mapping", FieldType.Plain.MAPPING,
            "value", FieldType.Plain.VALUE,
            "anything", FieldType.Plain.ANYTHING);

    /** The keys of which one tells what a field is; a block has none of them. */
    private final Map<String, Function<MappingReader, FieldType>> forms = new LinkedHashMap<>();

    private final Problems problems;
    private final Map<String, TextPattern> patterns;
    private final Map<String, FieldType> shapes;

    /** @param shapes what has a name; grows while the file is read, so that each may use those above it */
    FieldTypeReader(Problems problems, Map<String, TextPattern> patterns, Map<String, FieldType> shapes) {
        this.problems = problems;
        this.patterns = patterns;
        this.shapes = shapes;
        forms.put("words", this::words);
        forms.put("list", this::list);
        forms.put("each", this::named);
        forms.put("any-of", this::anyOf);
        forms.put("v1", this::byVersion);
        forms.put("v2", this::byVersion);
        forms.put("accepted", this::disputed);
    }

    /** @param name what to call the field in a message */
    FieldType read(String name, Node node) {
        if (node instanceof ScalarNode word) {
            return word(word);
        }
        MappingReader reader = new MappingReader("`" + name + "`", node, problems);
        FieldType type = forms.entrySet().stream()
                .filter(form -> reader.node(form.getKey()).isPresent())
                .findFirst()
                .map(form -> form.getValue().apply(reader))
                .orElseGet(() -> block(reader));
        reader.rejectUnknownKeys();
        return type;
    }

    private FieldType word(ScalarNode scalar) {
        Deque<String> parts = new ArrayDeque<>(List.of(scalar.text().split(" ")));
        FieldType type = word(scalar, parts);
        if (!parts.isEmpty()) {
            problems.at(scalar.span(), Quoted.of(String.join(" ", parts)) + " has no meaning here.");
        }
        return type;
    }

    private FieldType word(ScalarNode scalar, Deque<String> parts) {
        String word = parts.remove();
        if (word.equals("text")) {
            return new FieldType.Text(range(parts), Optional.ofNullable(parts.poll()).flatMap(pattern(scalar)));
        } else if (word.equals("whole")) {
            return new FieldType.WholeNumber(range(parts));
        }
        return named(scalar, PLAIN.containsKey(word) ? PLAIN : shapes, word).orElse(UNREADABLE);
    }

    private static Range range(Deque<String> parts) {
        Matcher range = RANGE.matcher(parts.isEmpty() ? "" : parts.peek());
        if (!range.matches()) {
            return Range.ANY;
        }
        parts.remove();
        return range(range);
    }

    private static Range range(Matcher range) {
        int most = range.group(2).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(range.group(2));
        return new Range(Integer.parseInt(range.group(1)), most);
    }

    private Function<String, Optional<TextPattern>> pattern(ScalarNode scalar) {
        return name -> named(scalar, patterns, name);
    }

    private <T> Optional<T> named(ScalarNode scalar, Map<String, T> known, String name) {
        if (!known.containsKey(name)) {
            problems.at(
                    scalar.span(),
                    Quoted.of(name) + " is the name of nothing that stands further up. "
                            + Suggestion.sentence(name, known.keySet().stream().sorted().toList()));
        }
        return Optional.ofNullable(known.get(name));
    }

    private Range count(MappingReader reader) {
        return reader.scalar("count").map(this::count).orElse(Range.ANY);
    }

    private Range count(ScalarNode scalar) {
        Matcher range = RANGE.matcher(scalar.text());
        if (!range.matches()) {
            problems.at(scalar.span(), "Expected a range such as 1-10, not " + Quoted.of(scalar.text()) + ".");
            return Range.ANY;
        }
        return range(range);
    }

    private FieldType words(MappingReader reader) {
        List<String> words = new ArrayList<>();
        for (Node item : reader.items("words")) {
            if (item instanceof ScalarNode word) {
                words.add(word.text());
            } else {
                problems.at(item.span(), "`words` takes single words, not " + item.kindName() + ".");
            }
        }
        return new FieldType.Words(words);
    }

    private FieldType list(MappingReader reader) {
        boolean isUnique = isTrue(reader, "unique");
        return new FieldType.Items(field(reader, "list"), count(reader), isUnique);
    }

    private FieldType named(MappingReader reader) {
        FieldType name = reader.node("names").isPresent()
                ? field(reader, "names")
                : new FieldType.Text(Range.ANY, Optional.empty());
        return new FieldType.Named(name, field(reader, "each"), count(reader));
    }

    private FieldType anyOf(MappingReader reader) {
        return new FieldType.AnyOf(reader.items("any-of").stream()
                .map(alternative -> read("any-of", alternative))
                .toList());
    }

    private FieldType byVersion(MappingReader reader) {
        return new FieldType.ByVersion(
                reader.node("v1").map(node -> read("v1", node)),
                reader.node("v2").map(node -> read("v2", node)));
    }

    private FieldType disputed(MappingReader reader) {
        return new FieldType.Disputed(
                field(reader, "accepted"),
                field(reader, "documented"),
                reader.requiredText("because"),
                reader.requiredText("source"),
                isTrue(reader, "open-question"));
    }

    /** A mapping of known keys. */
    FieldType.Block block(MappingReader reader) {
        boolean isOpen = isTrue(reader, "open");
        Map<String, FieldType.Key> keys = new LinkedHashMap<>();
        add(keys, reader, "required", FieldType.Presence.REQUIRED);
        add(keys, reader, "expected", FieldType.Presence.EXPECTED);
        add(keys, reader, "optional", FieldType.Presence.OPTIONAL);
        add(keys, reader, "tolerated", FieldType.Presence.OPTIONAL);
        return new FieldType.Block(keys, refused(reader), isOpen);
    }

    private static Map<String, FieldType.Refusal> refused(MappingReader reader) {
        Map<String, FieldType.Refusal> refused = new LinkedHashMap<>();
        reader.mapping("refused").ifPresent(keys -> {
            for (ScalarNode key : keys.keys()) {
                MappingReader refusal = keys.requiredMapping(key.text());
                refused.put(
                        key.text(),
                        new FieldType.Refusal(
                                refusal.requiredText("because"),
                                refusal.scalar("instead").map(ScalarNode::text),
                                refusal.requiredText("source")));
                refusal.rejectUnknownKeys();
            }
        });
        return refused;
    }

    private void add(
            Map<String, FieldType.Key> keys, MappingReader reader, String group, FieldType.Presence presence) {
        reader.mapping(group).ifPresent(fields -> {
            for (ScalarNode key : fields.keys()) {
                if (keys.put(key.text(), new FieldType.Key(field(fields, key.text()), presence)) != null) {
                    problems.at(key.span(), Quoted.of(key.text()) + " stands in two groups. Keep one.");
                }
            }
        });
    }

    private FieldType field(MappingReader reader, String key) {
        return reader.requiredNode(key).map(node -> read(key, node)).orElse(UNREADABLE);
    }

    private static boolean isTrue(MappingReader reader, String key) {
        return reader.node(key).isPresent()
                && reader.requiredChoice(key, List.of("true"), word -> word).isPresent();
    }
}
