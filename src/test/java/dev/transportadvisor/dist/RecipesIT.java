package dev.transportadvisor.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the help says for CI, with the packed packages as if they were published. */
class RecipesIT {

    private static final Path RECIPES = Path.of("src/main/resources/help/ci.md");
    private static final Path SCRIPT = Path.of(".github/actions/lint/lint.sh");

    @TempDir
    Path folder;

    private NpmRegistry registry;

    @BeforeEach
    void publish() throws Exception {
        registry = new NpmRegistry(Packed.npmPackages());
        Files.createDirectories(folder.resolve("project"));
        Files.copy(Path.of("samples/manifests/deploy-bot.yaml"), folder.resolve("project/manifest.yaml"));
    }

    @AfterEach
    void close() {
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void onGitLab() throws Exception {
        Matcher script = Pattern.compile("(?m)^    - >-\\n((?: {6}.*\\n)+)").matcher(Files.readString(RECIPES));
        assertTrue(script.find());
        Finished run = run("bash", "-c", script.group(1).replaceAll("\\s+", " ").replace("OWNER", "owner"));
        assertEquals(1, run.status(), run.err());
        String report = Files.readString(folder.resolve("project/gl-code-quality-report.json"));
        assertTrue(report.contains("\"check_name\""), report);
    }

    /** As in the clone that pre-commit keeps, or GitHub: installed once, and then started at once. */
    @Test
    void withPreCommit() throws Exception {
        Path clone = folder.resolve("clone");
        Files.createDirectories(clone.resolve(SCRIPT).getParent());
        Files.copy(SCRIPT, clone.resolve(SCRIPT), StandardCopyOption.COPY_ATTRIBUTES);
        String hook = clone.resolve(text(hooks(), "entry")).toString();
        Finished first = run(hook, "--fail-on", "warning", ".");
        assertEquals(1, first.status(), first.err());
        assertTrue(first.out().startsWith("manifest.yaml:8:3 error "), first.out());
        assertEquals("Installing transport-advisor, for the first run only …\n", first.err());
        Finished second = run(hook, "--fail-on", "warning", ".");
        assertEquals(new Finished(1, first.out(), ""), second);
    }

    @Test
    void saysWhatCouldNotBeInstalled() throws Exception {
        Path clone = folder.resolve("clone");
        Files.createDirectories(clone.resolve(SCRIPT).getParent());
        Files.copy(SCRIPT, clone.resolve(SCRIPT), StandardCopyOption.COPY_ATTRIBUTES);
        Finished run = Finished.run(
                folder,
                Map.of("npm_config_registry", registry.url(), "TRANSPORT_ADVISOR_PACKAGES", "no-such-package"),
                120,
                List.of(clone.resolve(SCRIPT).toString()));
        assertEquals(2, run.status());
        assertTrue(run.err().endsWith("error: npm could not install no-such-package.\n"), run.err());
    }

    private static Node hooks() {
        Node hooks = DocumentReader.read(SourceReader.read(Path.of(".pre-commit-hooks.yaml")));
        return ((SequenceNode) hooks).items().get(0);
    }

    private static String text(Node mapping, String key) {
        return ((MappingNode) mapping)
                .entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .map(entry -> ((ScalarNode) entry.value()).text())
                        .findFirst()
                        .orElseThrow();
    }

    private Finished run(String... command) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "npm_config_registry", registry.url(),
                "npm_config_cache", folder.resolve("cache").toString(),
                "JAVA_HOME", ""));
        return Finished.run(folder.resolve("project"), environment, 120, Stream.of(command).toList());
    }
}
