package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The GitHub action's script, with inputs as GitHub hands them over. */
class LintActionIT {

    private static final Path ACTION = Path.of(".github/actions/lint").toAbsolutePath();

    @TempDir
    Path folder;

    @BeforeEach
    void needsBash() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(bin -> Files.exists(Path.of(bin, "bash"))),
                "Skipped: needs bash");
    }

    @Test
    void annotatesEachManifestOfTheList() throws Exception {
        copyManifest("slack/a manifest.yaml");
        copyManifest("b.yaml");
        Finished run = run(Map.of("LINT_MANIFESTS", "slack\nb.yaml\n", "LINT_ARGS", ""));
        assertEquals(1, run.status(), run.err());
        assertEquals(
                List.of("b.yaml", "slack/a manifest.yaml"),
                run.out()
                        .lines()
                        .map(line -> line.replaceFirst("::error file=([^,]*),.*", "$1"))
                        .distinct()
                        .toList());
    }

    @Test
    void passesArgumentsOn() throws Exception {
        copyManifest("b.yaml");
        Finished run = run(Map.of(
                "LINT_MANIFESTS", ".", "LINT_ARGS", "--baseline\nknown findings.json\n--write-baseline\n"));
        assertEquals(0, run.status(), run.err());
        assertTrue(Files.exists(folder.resolve("known findings.json")));
    }

    @Test
    void runsNothingThatStandsInAnInput() throws Exception {
        for (String hostile : List.of("$(touch pwned)", "`touch pwned`", "\"; touch pwned; \"", "--output=pwned")) {
            Finished run = run(Map.of("LINT_MANIFESTS", hostile, "LINT_ARGS", ""));
            assertEquals(2, run.status(), run.err());
            assertTrue(run.err().contains(": there is no such file."), run.err());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    /** What cannot start may end with 1, as findings do. */
    @ParameterizedTest
    @ValueSource(strings = {"./absent", "./broken"})
    void aProgramThatDoesNotStartIsNoFinding(String program) throws Exception {
        copyManifest("b.yaml");
        Launcher.executable(folder.resolve("broken"), "exit 1\n");
        Finished run = run(Map.of("LINT_MANIFESTS", "b.yaml", "LINT_ARGS", "", "TRANSPORT_ADVISOR", program));
        String sentence = "error: " + program + ", which TRANSPORT_ADVISOR names, does not start: it has to be there"
                + " and whole.\n";
        assertEquals(new Finished(2, "", sentence), run);
    }

    private void copyManifest(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("samples/manifests/deploy-bot.yaml"), file);
    }

    private Finished run(Map<String, String> inputs) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "LINT_FORMAT", "github",
                "LINT_FAIL_ON", "error",
                "LINT_ACTION", ACTION.toString(),
                "TRANSPORT_ADVISOR", Launcher.FILE.toString()));
        environment.putAll(inputs);
        // GitHub runs a step of the shell `bash` with these options.
        return Finished.run(
                folder,
                environment,
                60,
                List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script()));
    }

    private static String script() {
        Node action = DocumentReader.read(SourceReader.read(ACTION.resolve("action.yml")));
        Node step = ((SequenceNode) child(child(action, "runs"), "steps")).items().get(0);
        return ((ScalarNode) child(step, "run")).text();
    }

    private static Node child(Node node, String key) {
        return ((MappingNode) node)
                .entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }
}
