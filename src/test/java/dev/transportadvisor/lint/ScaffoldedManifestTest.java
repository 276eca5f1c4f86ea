package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.SourceReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests that a scaffolded bot starts with please the rules, but for addresses to be filled in. */
class ScaffoldedManifestTest {

    private static final Path TEMPLATE = Path.of("src/main/resources/templates/bolt-java");

    @ParameterizedTest(name = "{0}, decided {1}: {2} notes")
    @CsvSource({
        "project/manifest.yaml,         socket-mode, 0",
        "events-api/manifest.dev.yaml,  socket-mode, 0",
        "events-api/manifest.yaml,      events-api,  3",
    })
    void onlyPlaceholdersAreLeft(String manifest, String decision, int notes) {
        var findings = new ManifestLinter(Rules.CATALOG, Optional.of(decision))
                .lint(SourceReader.read(TEMPLATE.resolve(manifest)));

        assertEquals(
                "placeholder-url note\n".repeat(notes),
                findings.stream()
                        .map(finding -> finding.rule().id() + " " + finding.severity().word() + "\n")
                        .reduce("", String::concat));
    }
}
