package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample in every format, compared with golden files. */
class SamplesTest {

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isRecommendedAsRecorded(String sample) {
        String answers = "samples/" + sample + ".yaml";
        Run text = Run.of("recommend", answers);
        assertAll(
                () -> Golden.assertMatches("recommend/" + sample + ".txt", text.out()),
                () -> Golden.assertMatches(
                        "recommend/" + sample + ".json",
                        Run.of("recommend", answers, "--format", "json").out()),
                () -> Golden.assertMatches(
                        "recommend/" + sample + ".md",
                        Run.of("recommend", answers, "--format", "markdown").out()),
                () -> assertEquals("", text.err()),
                () -> assertEquals(sample.equals("conflict") ? 1 : 0, text.status()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsATerminalOf80Columns(String sample) {
        Run.of("recommend", "samples/" + sample + ".yaml")
                .out()
                .lines()
                .filter(line ->
                        !line.strip().startsWith("https://") || line.strip().contains(" "))
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
        "contradiction, events-api, score",
    })
    void showsWhatItIsNamedAfter(String sample, String transport, String decidedBy) {
        String json = Run.of("recommend", "samples/" + sample + ".yaml", "--format", "json")
                .out();
        assertTrue(json.contains("\"transport\": " + quoted(transport)), json);
        assertTrue(json.contains("\"decidedBy\": " + quoted(decidedBy)), json);
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    @Test
    void goldenFilesBelongToSamples() throws IOException {
        List<String> expected = samples().stream()
                .flatMap(sample -> Stream.of(sample + ".json", sample + ".md", sample + ".txt"))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(Golden.path("recommend"))) {
            assertEquals(
                    expected,
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
