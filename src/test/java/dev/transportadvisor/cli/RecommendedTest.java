package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Golden;
import dev.transportadvisor.testing.SmallTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of recommendation in each format, as a small table makes it. */
class RecommendedTest {

    private static final Path FOLDER = Golden.path("recommend");

    static List<String> kinds() throws IOException {
        return named(".yaml");
    }

    private static List<String> named(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.replace(ending, ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isReportedAsRecorded(String kind) {
        // First, since an update must stop where another outcome would be recorded.
        Golden.assertStory("recommend/" + kind + ".json", report(kind, "json").out(), Outcome::in);
        Golden.assertMatches("recommend/" + kind + ".txt", report(kind, "text").out());
        Golden.assertMatches(
                "recommend/" + kind + ".why.txt", report(kind, "text", "--why").out());
        Golden.assertMatches("recommend/" + kind + ".md", report(kind, "markdown").out());
        Golden.assertMatches("recommend/" + kind + ".svg", report(kind, "svg").out());
        Golden.assertMatches("recommend/" + kind + ".html", report(kind, "html").out());
    }

    @ParameterizedTest
    @CsvSource({
        "constraint, car, constraint, 0",
        "derived, car, constraint, 0",
        "score, train, score, 0",
        "contradiction, car, constraint, 0",
        "default, train, default, 0",
        "conflict, , , 1",
    })
    void isTheKindThatItIsNamedAfter(String kind, String transport, String decidedBy, int status) {
        Run run = report(kind, "json");
        assertTrue(run.out().contains("\"transport\": " + quoted(transport) + ","), run.out());
        assertTrue(run.out().contains("\"decidedBy\": " + quoted(decidedBy) + ","), run.out());
        assertEquals(new Run(status, run.out(), ""), run);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fitsATerminalOf80Columns(String kind) {
        Stream.concat(
                        report(kind, "text").out().lines(),
                        report(kind, "text", "--why").out().lines())
                .filter(line -> !line.contains("https://") && !line.contains("transport-advisor"))
                .forEach(line -> assertTrue(line.length() <= 80, () -> "too wide: " + line));
    }

    @Test
    void everyRecordBelongsToAnswersOrToASample() throws IOException {
        List<String> known = Stream.concat(kinds().stream(), Stream.of(SamplesTest.RECORDED))
                .sorted()
                .toList();
        assertEquals(known, named(".json"));
        assertEquals(
                known,
                named(".txt").stream().filter(name -> !name.endsWith(".why")).toList());
        assertEquals(known, named(".md"));
    }

    private static Run report(String kind, String format, String... more) {
        String rules = FOLDER.toAbsolutePath().relativize(SmallTable.FOLDER).toString();
        String[] arguments = Stream.concat(
                        Stream.of("recommend", kind + ".yaml", "--rules", rules, "--format", format),
                        Stream.of(more))
                .toArray(String[]::new);
        return Run.in(FOLDER, "", arguments);
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
