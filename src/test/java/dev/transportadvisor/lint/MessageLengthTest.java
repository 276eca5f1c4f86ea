package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.Slow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No message is longer than a reader takes in, whatever the manifest. */
@Slow
class MessageLengthTest {

    private static final Path SHARED = Path.of("../shared");
    private static final int MUTANTS = 5;

    @Test
    void noMessageIsTooLong() {
        Stream<SourceFile> files = Stream.of(
                        files(Path.of("src/test/resources/lint-cases")),
                        files(SHARED.resolve("cases/lint")),
                        files(SHARED.resolve("corpus/manifests")),
                        files(SHARED.resolve("corpus/broken")),
                        examples(),
                        mutants(),
                        longNames())
                .flatMap(all -> all);

        List<String> tooLong = files.flatMap(file -> GatheredNotes.of(Rules.lint(file)).stream())
                .map(Diagnostic::message)
                .filter(message -> message.length() > Diagnostic.MOST_CHARACTERS)
                .distinct()
                .toList();

        assertEquals(List.of(), tooLong);
    }

    private static Stream<SourceFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(SourceReader::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<SourceFile> examples() {
        return Rules.CATALOG.rules().stream()
                .flatMap(rule -> Stream.of(rule.bad(), rule.good()))
                .map(example -> new SourceFile("example.yaml", example.text()));
    }

    private static Stream<SourceFile> mutants() {
        ManifestMutator mutator = new ManifestMutator(20261129);
        Stream<JsonNode> whole = Stream.of(1, 2)
                .map(ManifestTexts::whole)
                .flatMap(manifest -> ManifestMutator.uniform(manifest).stream());
        Stream<JsonNode> corpus = ManifestTexts.corpus().stream()
                .map(ManifestTexts::json)
                .flatMap(manifest -> Stream.generate(() -> mutator.mutant(manifest)).limit(MUTANTS));
        return Stream.concat(whole, corpus)
                .map(mutant -> new SourceFile("mutant.json", ManifestMutator.text(mutant)));
    }

    /** Values and keys as long as they may be, plain and of characters that are shown as escapes. */
    private static Stream<SourceFile> longNames() {
        return Rules.CATALOG.rules().stream()
                .map(rule -> rule.bad().text())
                .flatMap(text -> Stream.of("x", "\\u0007")
                        .map(character -> text.replaceAll(
                                "(?m)([a-z_-]+): ([^\\s{\\[\"][^,}\\]]*)", "$1: \"$2" + character.repeat(300) + "\"")))
                .map(text -> new SourceFile("long.yaml", text));
    }
}
