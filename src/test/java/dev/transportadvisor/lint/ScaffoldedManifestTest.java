package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.SourceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests that a scaffolded bot starts with are right; notes about them stand in the table of findings. */
class ScaffoldedManifestTest {

    private static final Path TEMPLATE = Path.of("src/main/resources/templates/contract/choice/transport");

    private static final Map<String, String> DECISIONS = new TreeMap<>(Map.of(
            "socket-mode/manifest.yaml", "socket-mode",
            "events-api/manifest.dev.yaml", "socket-mode",
            "events-api/manifest.yaml", "events-api"));

    @Test
    void nothingIsWrongWithThem() {
        assertEquals(
                List.of(),
                DECISIONS.keySet().stream()
                        .flatMap(manifest -> findings(manifest).stream())
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .toList());
    }

    static Stream<String> notes() {
        return DECISIONS.keySet().stream()
                .flatMap(manifest -> findings(manifest).stream()
                        .map(note -> manifest + " " + note.location().span().start().line() + ":"
                                + note.location().span().start().column() + " "
                                + note.rule().id()));
    }

    private static List<Diagnostic> findings(String manifest) {
        return new ManifestLinter(Rules.CATALOG, Optional.of(DECISIONS.get(manifest)))
                .lint(SourceReader.read(TEMPLATE.resolve(manifest)));
    }
}
