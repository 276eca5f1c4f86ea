package dev.transportadvisor.lint.check;

import dev.transportadvisor.manifest.AgentViews;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads tests such as {@code {path: /settings/socket_mode_enabled, is: true}}, {@code is: present}, {@code is: absent},
 * {@code is: not-true}, {@code is: not-false}, {@code has: [chat:write]} and {@code lacks: [chat:write]}; and
 * {@code all: […]}, which holds where each of its tests does. A word of {@code has} and {@code lacks} such as
 * {@code @agent_view.events} stands for all of a list of {@code rules/agents.yaml}.
 */
final class FieldTestReader {

    /** What the name of a list in {@code rules/agents.yaml} begins with. */
    private static final String LIST = "@";

    private static final Map<String, FieldTest.Predicate> WORDS = Map.of(
            "present", new FieldTest.Predicate.Present(),
            "absent", new FieldTest.Predicate.Not(new FieldTest.Predicate.Present()),
            "true", new FieldTest.Predicate.Is(true),
            "not-true", new FieldTest.Predicate.Not(new FieldTest.Predicate.Is(true)),
            "false", new FieldTest.Predicate.Is(false),
            "not-false", new FieldTest.Predicate.Not(new FieldTest.Predicate.Is(false)));

    private final AgentViews agents;

    FieldTestReader(AgentViews agents) {
        this.agents = agents;
    }

    /** The tests behind a key of a check; none without the key. */
    List<FieldTest> read(MappingReader check, String key) {
        return check.mappings(key, this::read);
    }

    private FieldTest read(MappingReader reader) {
        List<FieldTest> all = read(reader, "all");
        return all.isEmpty() ? ofValues(reader) : new FieldTest.All(all);
    }

    private FieldTest ofValues(MappingReader reader) {
        List<FieldPath> paths =
                reader.texts("path").stream().map(FieldPath::of).toList();
        if (paths.isEmpty()) {
            reader.problems().at(reader.span(), "Missing key `path` in a test.");
        }
        return new FieldTest.OfValues(paths, predicate(reader));
    }

    private FieldTest.Predicate predicate(MappingReader reader) {
        Optional<ScalarNode> word = reader.scalar("is");
        List<String> has = texts(reader, "has");
        List<String> lacks = texts(reader, "lacks");
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

    /** The texts behind a key, among them those of the lists that are named. */
    List<String> texts(MappingReader reader, String key) {
        return reader.texts(key).stream()
                .flatMap(text -> text.startsWith(LIST) ? list(reader, text) : Stream.of(text))
                .toList();
    }

    private Stream<String> list(MappingReader reader, String name) {
        Optional<List<String>> list = agents.list(name.substring(LIST.length()));
        if (list.isEmpty()) {
            reader.problems().at(reader.span(), "There is no list " + Quoted.of(name) + ".");
        }
        return list.map(List::stream).orElseGet(() -> Stream.of(name));
    }
}
