package dev.transportadvisor.scaffold;

import dev.transportadvisor.cli.knowledge.Builtin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** Bots of the templates that come with the program, as tests and benchmarks ask for them. */
public final class Bots {

    public static final List<Template> ALL = Builtin.knowledge().templates();

    public static final Template JAVA = template("java");

    public static final List<String> TRANSPORTS = List.of("socket-mode", "events-api");

    private static final Map<List<Object>, SortedMap<String, String>> MADE = new ConcurrentHashMap<>();
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Bots() {}

    /** @param id the language */
    public static Template template(String id) {
        return ALL.stream().filter(template -> template.id().equals(id)).findFirst().orElseThrow();
    }

    /** A Java bot with nothing that has to be asked for. */
    public static List<GeneratedFile> plain(ProjectSpec spec, String transport) {
        return plain(JAVA, spec, transport);
    }

    /** A bot with nothing that has to be asked for. */
    static List<GeneratedFile> plain(Template template, ProjectSpec spec, String transport) {
        return Scaffolder.scaffold(template, spec, over(template, transport, Set.of()));
    }

    /** Every template over every transport. */
    static Stream<Arguments> everywhere() {
        return ALL.stream()
                .flatMap(template -> TRANSPORTS.stream().map(transport -> Arguments.of(
                        Named.of(template.id(), template), transport)));
    }

    /** A Java bot with these features. */
    public static List<GeneratedFile> with(ProjectSpec spec, String transport, Set<String> features) {
        return with(JAVA, spec, transport, features);
    }

    /** A bot with these features. */
    public static List<GeneratedFile> with(
            Template template, ProjectSpec spec, String transport, Set<String> features) {
        return Scaffolder.scaffold(template, spec, over(template, transport, features));
    }

    static SortedMap<String, String> texts(List<GeneratedFile> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }

    /** The files of a bot that keeps its template's names. It is made once: several proofs look at all of hundreds. */
    static SortedMap<String, String> texts(Template template, Selection selection) {
        return MADE.computeIfAbsent(List.of(template.id(), selection), key -> {
            SortedMap<String, String> texts = texts(Scaffolder.scaffold(template, template.own(), selection));
            texts.replaceAll((path, text) -> TEXTS.computeIfAbsent(text, same -> same));
            return Collections.unmodifiableSortedMap(texts);
        });
    }

    static Selection over(Template template, String transport, Set<String> features) {
        return Selection.of(template, new Wishes(
                Map.of(Template.TRANSPORT, transport, Template.DECISION, "as-recommended"),
                Set.of(),
                features,
                Set.of()));
    }
}
