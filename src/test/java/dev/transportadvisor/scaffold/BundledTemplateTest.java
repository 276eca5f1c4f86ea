package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.answers.Bot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates that come with the program, for every transport that they know. */
class BundledTemplateTest {

    private static final Path FOLDER = Path.of("src/main/resources/templates");
    private static final Pattern BUILT = Pattern.compile("(target|node_modules|[.]venv)/.*");
    static final List<Template> TEMPLATES = Bots.ALL;

    @Test
    void thereIsOneInEachLanguageThatAnswersMayName() {
        assertEquals(Bot.LANGUAGES, TEMPLATES.stream().map(Template::id).sorted().toList());
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void marksThePrograms(Template template) throws IOException {
        Path project = FOLDER.resolve(template.id()).resolve("project");
        try (Stream<Path> files = Files.walk(project)) {
            assertEquals(
                    template.executables(),
                    files.filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                            .map(path -> project.relativize(path).toString().replace('\\', '/'))
                            .filter(path -> !BUILT.matcher(path).matches())
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.transportadvisor.scaffold.Bots#everywhere")
    void noneOfItsNamesIsLeft(Template template, String transport) {
        List<String> names = List.of(
                "slackbot",
                "slack-bot",
                "slack_bot",
                "com.example",
                "com/example",
                template.own().summary(),
                template.own().decision());

        scaffold(template, transport).forEach((path, text) -> {
            String decoded = text.replace("%20", " ");
            for (String name : names) {
                assertFalse((path + "\n" + decoded).contains(name), () -> name + " is left in " + path);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.transportadvisor.scaffold.Bots#everywhere")
    void theNewNamesAreWhereTheyBelong(Template template, String transport) {
        Map<String, String> bot = scaffold(template, transport);

        assertTrue(bot.get("README.md").contains("Starts deploys"));
        assertTrue(bot.get("README.md").contains("Chosen **because**."));
        assertTrue(bot.get("manifest.yaml").contains("/deploy-bot"));
    }

    @Test
    void aJavaBotHasItsPackage() {
        Map<String, String> bot = scaffold(Bots.JAVA, "socket-mode");

        assertTrue(bot.get("src/main/java/org/acme/deploy/Main.java").startsWith("package org.acme.deploy;"));
        assertTrue(bot.get("pom.xml").contains("<artifactId>deploy-bot</artifactId>"));
    }

    /** Each language's own words, as whole words: none is left in a bot of another. */
    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void noBotSpeaksOfAnotherLanguage(Template template) {
        Map<String, Pattern> words = Map.of(
                "java", Pattern.compile("\\b(java|jdk|jvm|mvn|maven|pom\\.xml|jar|com\\.example)\\b"),
                "javascript", Pattern.compile("\\b(npm|npx|node_modules|node\\.js|package\\.json|javascript)\\b"),
                "python", Pattern.compile("\\b(pip|pyproject\\.toml|pytest|python)\\b"));
        for (Selection maximal : Variants.maximal(template)) {
            ProjectSpec spec = new ProjectSpec("deploy-bot", "org.acme.deploy", "Deploys", "Chosen.", 1);
            Bots.texts(Scaffolder.scaffold(template, spec, maximal)).forEach((path, text) -> words.forEach(
                    (language, word) -> assertFalse(
                            !language.equals(template.id())
                                    && word.matcher((path + "\n" + text).toLowerCase(Locale.ROOT)
                                                    .replaceAll("npx --yes|javascript-node", ""))
                                            .find(),
                            () -> path + " speaks of " + language)));
        }
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void itsReadmeCanBeReadInOneGo(Template template) {
        for (Selection variant : Variants.all(template)) {
            String readme = Bots.texts(template, variant).get("README.md");
            assertTrue(readme.lines().count() <= 150, () -> variant.features() + ": " + readme.lines().count());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.transportadvisor.scaffold.Bots#everywhere")
    void hiddenFilesAreThere(Template template, String transport) {
        Set<String> paths = scaffold(template, transport).keySet();

        assertTrue(paths.containsAll(Set.of(".gitignore", ".slack/hooks.json", ".env.example")), paths::toString);
        assertTrue(paths.stream().anyMatch(path -> path.startsWith(".github/workflows/")), paths::toString);
    }

    private static Map<String, String> scaffold(Template template, String transport) {
        ProjectSpec spec =
                new ProjectSpec("deploy-bot", "org.acme.deploy", "Starts deploys", "Chosen **because**.", 1);
        return Bots.texts(Bots.plain(template, spec, transport));
    }
}
