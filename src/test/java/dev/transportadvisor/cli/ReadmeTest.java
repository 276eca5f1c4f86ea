package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.drill.ScenarioReader;
import dev.transportadvisor.drill.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** README says what is so, and its examples are what the program prints. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern SAMPLE = Pattern.compile(
            "(?m)^\\| \\[([a-z-]+)]\\(samples/\\1\\.yaml\\) \\| [^|]* \\| ([a-z-]+) \\| ([a-z-]+) \\| ([0-9]+) \\|$");
    private static final Pattern ASKED = Pattern.compile("(?m)^(?:Decided after|Asked) ([0-9]+) of [0-9]+: ");

    @TempDir
    static Path folder;

    static List<ConsoleExample> examples() throws IOException {
        return ConsoleExample.in(README);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsWhatTheProgramPrints(ConsoleExample example) throws IOException {
        example.check(folder);
    }

    @Test
    void everyExampleIsFound() throws IOException {
        long blocks = Files.readString(README)
                .lines()
                .filter(line -> line.matches("`{3,4}console"))
                .count();
        assertEquals(blocks, examples().size());
        assertTrue(blocks >= 5);
    }

    @Test
    void everySampleIsListedWithItsOutcome() throws IOException {
        List<String> listed = new ArrayList<>();
        Matcher rows = SAMPLE.matcher(Files.readString(README));
        while (rows.find()) {
            listed.add(rows.group(1));
            String json = Run.of("recommend", "samples/" + rows.group(1) + ".yaml", "--format", "json")
                    .out();
            boolean isNone = Set.of("conflict", "not-needed").contains(rows.group(2));
            String transport = isNone ? "null" : "\"" + rows.group(2) + "\"";
            String decidedBy = rows.group(3).equals("-") ? "null" : "\"" + rows.group(3) + "\"";
            assertTrue(json.contains("\"transport\": " + transport + ","), rows.group());
            assertTrue(json.contains("\"decidedBy\": " + decidedBy + ","), rows.group());
            assertEquals(questionsAsked(rows.group(1)), rows.group(4), rows.group());
        }
        assertEquals(SamplesTest.samples(), listed.stream().sorted().toList());
    }

    @Test
    void saysHowManyQuestionsThereAre() throws IOException {
        int questions = Builtin.knowledge().decisionTable().inputs().size();
        assertEquals(
                Set.of(String.valueOf(questions)),
                found(Pattern.compile("(?:Decided after|asks,)(?: \\d+)? of (\\d+)")),
                "the questions in README");
    }

    @Test
    void theSampleThatHasEveryKeyHasEveryQuestion() throws IOException {
        String sample = Files.readString(Path.of("samples/deploy-bot.yaml"));
        assertEquals(
                List.of(),
                Builtin.knowledge().decisionTable().inputs().stream()
                        .map(InputClause::id)
                        .filter(id -> !sample.contains("\n  " + id + ": "))
                        .toList(),
                "samples/deploy-bot.yaml lacks them");
    }

    /** The drill itself takes too long for an example that is run. */
    @ParameterizedTest
    @EnumSource
    void countsTheScenariosOfTheDrill(Transport transport) throws IOException {
        long scenarios = ScenarioReader.read(Builtin.knowledge().scenarios()).stream()
                .filter(scenario -> scenario.transports().contains(transport) && scenario.replicas() == 1)
                .filter(scenario -> !scenario.isAboutInstallations())
                .count();
        assertEquals(
                Set.of(scenarios + " of " + scenarios),
                found(Pattern.compile("Over " + transport.word() + ",\\s(\\d+ of \\d+)\\sscenarios\\spassed")),
                "the scenarios in README");
    }

    /** What a pattern's group is in each place of README. */
    private static Set<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(README))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void namesNoFileThatIsNotThere() throws IOException {
        List<String> missing = Pattern.compile("\\]\\(([a-z][^):]*)\\)")
                .matcher(Files.readString(README))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(Path.of(link)))
                .toList();
        assertEquals(List.of(), missing);
    }

    /** How many questions an interview asks that is answered as the sample is. */
    private static String questionsAsked(String sample) throws IOException {
        Path answers = Files.copy(Path.of("samples/" + sample + ".yaml"), folder.resolve(sample + "-asked.yaml"));
        String run = Run.in(
                        folder,
                        "\n".repeat(19),
                        "ask",
                        "-o",
                        answers.getFileName().toString())
                .out();
        Matcher asked = ASKED.matcher(run);
        assertTrue(asked.find(), run);
        return asked.group(1);
    }
}
