package dev.transportadvisor.lint.check;

import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads tests such as {@code {path: /settings/socket_mode_enabled, is: true}}, {@code is: present}, {@code is: absent},
 * {@code is: not-true}, {@code is: not-false}, {@code has: [chat:write]} and {@code lacks: [chat:write]}; and
 * {@code all: […]}, which holds where each of its tests does.
 */
final class FieldTestReader {

    private static final Map<String, FieldTest.Predicate> WORDS = Map.of(
            "present", new FieldTest.Predicate.Present(),
            "absent", new FieldTest.Predicate.Not(new FieldTest.Predicate.Present()),
            "true", new FieldTest.Predicate.Is(true),
            "not-true", new FieldTest.Predicate.Not(new FieldTest.Predicate.Is(true)),
            "false", new FieldTest.Predicate.Is(false),
            "not-false", new FieldTest.Predicate.Not(new FieldTest.Predicate.Is(false)));

    private FieldTestReader() {}

    /** The tests behind a key of a check; none without the key. */
    static List<FieldTest> read(MappingReader check, String key) {
        return check.mappings(key, FieldTestReader::read);
    }

    private static FieldTest read(MappingReader reader) {
        List<FieldTest> all = read(reader, "all");
        return all.isEmpty() ? ofValues(reader) : new FieldTest.All(all);
    }

    private static FieldTest ofValues(MappingReader reader) {
        List<FieldPath> paths =
                reader.texts("path").stream().map(FieldPath::of).toList();
        if (paths.isEmpty()) {
            reader.problems().at(reader.span(), "Missing key `path` in a test.");
        }
        return new FieldTest.OfValues(paths, predicate(reader));
    }

    private static FieldTest.Predicate predicate(MappingReader reader) {
        Optional<ScalarNode> word = reader.scalar("is");
        List<String> has = reader.texts("has");
        List<String> lacks = reader.texts("lacks");
        if (word.isPresent()) {
            return reader.problems()
                    .choose("is", word.get(), WORDS.keySet().stream().sorted().toList(), name -> name)
                    .map(WORDS::get)
                    .orElseGet(FieldTest.Predicate.Present::new);
        } else if (has.isEmpty() && lacks.isEmpty()) {
            reader.problems().at(reader.span(), "A test needs one of `is`, `has` and `lacks`.");
        }
        FieldTest.Predicate predicate = new FieldTest.Predicate.Has(has.isEmpty() ? lacks : has);
        return has.isEmpty() ? new FieldTest.Predicate.Not(predicate) : predicate;
    }
}
