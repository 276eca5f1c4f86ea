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

    private static final Path FOLDER = Path.of("src/main/resources/templates/java/project");
    private static final ProjectSpec OWN = Bots.JAVA.own();
    static final List<String> TRANSPORTS = Bots.TRANSPORTS;

    @Test
    void marksThePrograms() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertEquals(
                    Bots.JAVA.executables(),
                    files.filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                            .map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                            .filter(path -> !path.startsWith("target/"))
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @FieldSource("TRANSPORTS")
    void noneOfItsNamesIsLeft(String transport) {
        ProjectSpec spec =
                new ProjectSpec("deploy-bot", "org.acme.bots.deploy", "Starts deploys", "Chosen because.", 1);

        List<String> names =
                List.of("slackbot", "slack-bot", "com.example", "com/example", OWN.summary(), OWN.decision());

        scaffold(spec, transport).forEach((path, text) -> {
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
                new ProjectSpec("deploy-bot", "org.acme.deploy", "Starts deploys", "Chosen **because**.", 1),
                transport);

        assertTrue(bot.get("src/main/java/org/acme/deploy/Main.java").startsWith("package org.acme.deploy;"));
        assertTrue(bot.get("pom.xml").contains("<artifactId>deploy-bot</artifactId>"));
        assertTrue(bot.get("README.md").contains("Starts deploys"));
        assertTrue(bot.get("README.md").contains("Chosen **because**."));
        assertTrue(bot.get("manifest.yaml").contains("/deploy-bot"));
    }

    @Test
    void itsReadmeCanBeReadInOneGo() {
        for (Selection variant : Variants.all(Bots.JAVA)) {
            String readme = Bots.texts(Scaffolder.scaffold(Bots.JAVA, OWN, variant)).get("README.md");
            assertTrue(readme.lines().count() <= 150, () -> variant.features() + ": " + readme.lines().count());
        }
    }

    @ParameterizedTest
    @FieldSource("TRANSPORTS")
    void hiddenFilesAreThere(String transport) {
        Set<String> paths = scaffold(OWN, transport).keySet();

        assertTrue(paths.containsAll(Set.of(".gitignore", ".slack/hooks.json", ".env.example")), paths::toString);
        assertTrue(paths.stream().anyMatch(path -> path.startsWith(".github/workflows/")), paths::toString);
    }

    private static Map<String, String> scaffold(ProjectSpec spec, String transport) {
        return Bots.texts(Bots.plain(spec, transport));
    }
}
