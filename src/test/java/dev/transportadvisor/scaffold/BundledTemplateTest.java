package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.knowledge.Builtin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The template that comes with the program, for every transport that it knows. */
class BundledTemplateTest {

    private static final Path FOLDER = Path.of("src/main/resources/templates/bolt-java");
    private static final Template TEMPLATE = Builtin.knowledge().template();
    private static final ProjectSpec OWN = TEMPLATE.own();
    static final Set<String> TRANSPORTS = TEMPLATE.overlays().keySet();
    private static final Pattern LINK =
            Pattern.compile("\\(https://api\\.slack\\.com/apps\\?new_app=1&manifest_yaml=([^)]*)\\)");

    @Test
    void listsTheFilesOfTheFoldersAndNoOther() throws IOException {
        assertSame(filesIn("project"), TEMPLATE.project());
        for (String transport : TRANSPORTS) {
            assertSame(filesIn(transport), TEMPLATE.overlays().get(transport));
        }
    }

    @Test
    void marksThePrograms() throws IOException {
        assertEquals(
                TEMPLATE.executables(),
                filesIn("project").keySet().stream()
                        .filter(path ->
                                Files.isExecutable(FOLDER.resolve("project").resolve(path)))
                        .collect(Collectors.toSet()));
    }

    @Test
    void itsOwnNamesGiveTheProjectBackByteForByte() throws IOException {
        assertSame(filesIn("project"), scaffold(OWN));
    }

    @ParameterizedTest
    @FieldSource("TRANSPORTS")
    void itsOwnNamesGiveProjectAndOverlayBackButForTheLinkToTheManifest(String transport) throws IOException {
        Map<String, String> expected = filesIn("project");
        expected.putAll(filesIn(transport));

        Map<String, String> bot = scaffold(over(transport, OWN.summary()));

        assertSame(withoutLinks(expected), withoutLinks(bot));
    }

    @ParameterizedTest
    @FieldSource("TRANSPORTS")
    void noneOfItsNamesIsLeft(String transport) {
        ProjectSpec spec =
                new ProjectSpec("deploy-bot", "org.acme.bots.deploy", "Starts deploys", transport, "Chosen because.");

        List<String> names =
                List.of("slackbot", "slack-bot", "com.example", "com/example", OWN.summary(), OWN.decision());

        scaffold(spec).forEach((path, text) -> {
            String decoded = text.replace("%20", " ");
            for (String name : names) {
                assertFalse((path + "\n" + decoded).contains(name), () -> name + " is left in " + path);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("TRANSPORTS")
    void theNewNamesAreWhereTheyBelong(String transport) {
        Map<String, String> bot = scaffold(
                new ProjectSpec("deploy-bot", "org.acme.deploy", "Starts deploys", transport, "Chosen **because**."));

        assertTrue(bot.get("src/main/java/org/acme/deploy/Main.java").startsWith("package org.acme.deploy;"));
        assertTrue(bot.get("pom.xml").contains("<artifactId>deploy-bot</artifactId>"));
        assertTrue(bot.get("README.md").contains("Starts deploys"));
        assertTrue(bot.get("README.md").contains("Chosen **because**."));
        assertTrue(bot.get("manifest.yaml").contains("/deploy-bot"));
    }

    @ParameterizedTest
    @FieldSource("TRANSPORTS")
    void hiddenFilesAreThere(String transport) {
        Set<String> paths = scaffold(over(transport, "Says hello")).keySet();

        assertTrue(paths.containsAll(Set.of(".gitignore", ".slack/hooks.json", ".env.example")), paths::toString);
        assertTrue(paths.stream().anyMatch(path -> path.startsWith(".github/workflows/")), paths::toString);
    }

    /** The names first: what both maps hold together fills thousands of lines. */
    private static void assertSame(Map<String, String> folder, Map<String, String> listed) {
        assertEquals(List.of(), onlyIn(folder, listed), "files that template.yaml does not list");
        assertEquals(List.of(), onlyIn(listed, folder), "files that template.yaml lists for another folder");
        folder.forEach((path, text) -> assertEquals(text, listed.get(path), path));
    }

    private static List<String> onlyIn(Map<String, String> some, Map<String, String> others) {
        return some.keySet().stream().filter(path -> !others.containsKey(path)).toList();
    }

    private static ProjectSpec over(String transport, String summary) {
        return new ProjectSpec(OWN.name(), OWN.packageName(), summary, transport, OWN.decision());
    }

    private static Map<String, String> scaffold(ProjectSpec spec) {
        Map<String, String> texts = new TreeMap<>();
        Scaffolder.scaffold(TEMPLATE, spec).forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }

    private static Map<String, String> withoutLinks(Map<String, String> files) {
        Map<String, String> texts = new TreeMap<>(files);
        texts.computeIfPresent("README.md", (path, text) -> LINK.matcher(text).replaceAll("(link)"));
        return texts;
    }

    /** Every file below a folder of the template, but for what a build of the bot leaves there. */
    private static Map<String, String> filesIn(String folder) throws IOException {
        Path root = FOLDER.resolve(folder);
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    String name = root.relativize(path).toString().replace('\\', '/');
                    if (!name.startsWith("target/")) {
                        texts.put(name, Files.readString(path));
                    }
                }
            }
        }
        return texts;
    }
}
