package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Postgres;
import dev.transportadvisor.testing.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Slow: bots in Python of many kinds are checked as their CI does, and run their own tests. With {@code -Dvariants=all}
 * every one of them is checked and tested; else the plain one and the maximal one are tested.
 */
class PythonVariantsIT {

    private static final Template PYTHON = Bots.ALL.stream()
            .filter(template -> template.id().equals("python"))
            .findFirst()
            .orElseThrow();
    private static final boolean ALL = System.getProperty("variants", "").equals("all");
    private static final long SECONDS = 900;
    private static final String STYLE = ".venv/bin/ruff check --quiet && .venv/bin/ruff format --quiet --check";

    /** Where all of them are installed once, with what the richest needs. */
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** In CI none of the features, each alone, all that can be together, and these without each. */
    static Stream<Selection> checked() {
        Set<Map<String, String>> seen = new HashSet<>();
        return (ALL ? Variants.all(PYTHON) : decisive()).stream().filter(variant -> seen.add(code(variant)));
    }

    private static List<Selection> decisive() {
        List<Selection> decisive = new ArrayList<>(List.of(Bots.over(PYTHON, "events-api", Set.of())));
        List<Selection> maximal = Variants.maximal(PYTHON);
        decisive.addAll(maximal);
        for (Feature feature : PYTHON.features()) {
            decisive.add(Bots.over(PYTHON, "events-api", Set.of(feature.id())));
            maximal.forEach(all -> decisive.add(without(feature, all)));
        }
        return decisive;
    }

    private static Selection without(Feature feature, Selection all) {
        Set<String> left = new HashSet<>(all.features());
        PYTHON.features().stream()
                .filter(other -> other.equals(feature) || other.needs().contains(feature.id()))
                .forEach(other -> left.remove(other.id()));
        return Bots.over(PYTHON, "events-api", left);
    }

    static Stream<Selection> tested() {
        List<Selection> variants = new ArrayList<>();
        variants.add(Bots.over(PYTHON, "events-api", Set.of()));
        variants.addAll(Variants.maximal(PYTHON).subList(0, 1));
        return ALL ? checked() : variants.stream();
    }

    /** Over one transport, which is a word of the code; what a bot is deployed with is none of it. */
    private static Map<String, String> code(Selection variant) {
        Selection overOne = Bots.over(PYTHON, "events-api", variant.features());
        Map<String, String> code = Bots.texts(Scaffolder.scaffold(PYTHON, PYTHON.own(), overOne));
        code.keySet().removeIf(path -> !path.endsWith(".py"));
        return code;
    }

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(Python.isThere(), Python.NEEDED);
        Path bot = shared.resolve("bot");
        write(bot, Variants.maximal(PYTHON).get(0));
        assertPasses(bot, PYTHON.commands().get("build"));
    }

    @Test
    void everyKindIsWhatItsOwnCiWants() throws Exception {
        for (Selection variant : checked().toList()) {
            Path bot = folder.resolve("bot-" + String.join("-", variant.features()));
            write(bot, variant);
            Files.createSymbolicLink(bot.resolve(".venv"), shared.resolve("bot/.venv"));
            assertPasses(bot, STYLE);
            // One cache for all of them: most of their code is the same.
            assertPasses(bot, ".venv/bin/mypy --cache-dir " + shared.resolve("types"));
        }
    }

    /** The name stands in the lines of the code, and how long it may be, {@link ProjectSpec} says. */
    @ParameterizedTest
    @ValueSource(strings = {"ab", "a-bot-with-as-long-a-name-as-is"})
    void aShortNameAndALongOneChangeNoStyle(String name) throws Exception {
        List<Selection> variants =
                Stream.concat(tested(), Variants.maximal(PYTHON).stream()).distinct().toList();
        for (Selection variant : variants) {
            Path bot = folder.resolve("bot-" + variants.indexOf(variant));
            write(bot, variant, name);
            Files.createSymbolicLink(bot.resolve(".venv"), shared.resolve("bot/.venv"));
            assertPasses(bot, STYLE);
        }
    }

    @ParameterizedTest
    @MethodSource("tested")
    void passesItsOwnTests(Selection variant) throws Exception {
        Optional<Path> programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: needs PostgreSQL");
        Path bot = folder.resolve("bot");
        write(bot, variant);
        Files.createSymbolicLink(bot.resolve(".venv"), shared.resolve("bot/.venv"));
        try (Postgres database = Postgres.start(programs.orElseThrow())) {
            assertPasses(bot, "TEST_DATABASE_URL=" + database.url() + " " + PYTHON.commands().get("test"));
        }
    }

    /** A name that comes after `tests` in a sorted list, and is longer than the template's. */
    private static void write(Path bot, Selection variant) {
        write(bot, variant, "zero-downtime-deploy-bot");
    }

    private static void write(Path bot, Selection variant, String name) {
        ProjectSpec spec = new ProjectSpec(name, "org.acme.deploy", "Deploys", "Chosen.", 2);
        ProjectWriter.write(ProjectWriter.plan(bot, Scaffolder.scaffold(PYTHON, spec, variant)));
    }

    private static void assertPasses(Path bot, String command) throws Exception {
        Finished run = Finished.run(bot, Map.of(), SECONDS, List.of("sh", "-c", command));

        assertEquals(0, run.status(), () -> bot + ": " + command + "\n" + run.out() + run.err());
    }
}
