package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the samples lead to. */
class SamplesTest {

    static final String RECORDED = "deploy-bot";

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    /** The sample that has every key; what else there is to be said, {@link RecommendedTest} has. */
    @Test
    void isRecommendedAsRecorded() {
        // First, since an update must stop where another outcome would be recorded.
        Golden.assertStory("recommend/" + RECORDED + ".json", report(RECORDED, "json").out(), Outcome::in);
        Golden.assertMatches("recommend/" + RECORDED + ".txt", report(RECORDED, "text").out());
        Golden.assertMatches("recommend/" + RECORDED + ".md", report(RECORDED, "markdown").out());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsATerminalOf80ColumnsAnd24Lines(String sample) {
        List<String> lines = report(sample, "text").out().lines().toList();
        assertTrue(lines.size() <= 24, () -> lines.size() + " lines");
        assertFits(lines.stream());
        assertFits(Run.of("recommend", "samples/" + sample + ".yaml", "--why").out().lines());
    }

    @TempDir
    Path folder;

    /** A third alternative makes columns of the bars, which are as wide as the screen at most. */
    @ParameterizedTest
    @ValueSource(strings = {"mixed", "conflict", "deploy-bot"})
    void threeAlternativesFitTheScreenToo(String sample) throws IOException {
        String table = Files.readString(Path.of("rules/transport.yaml"))
                .replaceFirst("\ndefault:\n", "  - {id: polling, title: Polling, name: polling, summary: It asks.}\n$0")
                .replaceAll("(?m)^      events-api:.*$", "$0\n      polling: {is: partly, because: it asks in vain}");
        Files.writeString(folder.resolve("transport.yaml"), table);
        String[] command = {"recommend", "samples/" + sample + ".yaml", "--rules", folder.toString()};
        Run screen = Run.of(command);
        Run why = Run.of(Stream.concat(Stream.of(command), Stream.of("--why")).toArray(String[]::new));

        assertTrue(screen.out().contains("Polling"), screen.err());
        assertTrue(screen.out().lines().count() <= 24, screen.out());
        assertFits(screen.out().lines());
        assertFits(why.out().lines());
        assertTrue(Pattern.compile("partly  [12]\\.5").matcher(why.out()).find(), why.out());
    }

    /** Addresses and commands are to be opened and pasted, so they are not broken. */
    private static void assertFits(Stream<String> lines) {
        lines.filter(line -> !line.strip().startsWith("https://") || line.strip().contains(" "))
                .filter(line -> !line.contains("transport-advisor scaffold"))
                .forEach(line -> assertTrue(line.length() <= 80, () -> "too wide: " + line));
    }

    @ParameterizedTest
    @CsvSource({
        "deploy-bot, socket-mode, constraint",
        "marketplace-app, events-api, constraint",
        "serverless, events-api, constraint",
        "audit-bot, events-api, score",
        "conflict, , ",
        "nothing-known-yet, socket-mode, default",
        "many-replicas, events-api, constraint",
        "mixed, socket-mode, score",
        "contradiction, socket-mode, constraint",
        "webhook-only, , ",
        "vendor, events-api, score",
        "grid, socket-mode, score",
        "edge-device, socket-mode, constraint",
    })
    void showsWhatItIsNamedAfter(String sample, String transport, String decidedBy) {
        Run run = report(sample, "json");
        assertTrue(run.out().contains("\"transport\": " + quoted(transport) + ","), run.out());
        assertTrue(run.out().contains("\"decidedBy\": " + quoted(decidedBy) + ","), run.out());
        assertEquals(new Run(sample.equals("conflict") ? 1 : 0, run.out(), ""), run);
    }

    private static Run report(String sample, String format) {
        return Run.of("recommend", "samples/" + sample + ".yaml", "--format", format);
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
