package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.transportadvisor.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaffoldCommandTest {

    private static final Path OFFICIAL_SCHEMA = Path.of("../shared/schema/manifest.schema.1.0.0.json");

    @TempDir
    Path folder;

    static Stream<Arguments> samplesOverBothTransports() throws IOException {
        return SamplesTest.samples().stream().flatMap(sample -> Stream.of("socket-mode", "events-api")
                .map(transport -> Arguments.of(sample, transport)));
    }

    @ParameterizedTest
    @MethodSource("samplesOverBothTransports")
    void writesABotForEverySampleAndTransport(String sample, String transport) throws IOException {
        Path bot = folder.resolve("bot");
        Run run = Run.of("scaffold", "samples/" + sample + ".yaml", "-d", bot.toString(), "--transport", transport);
        assertAll(
                () -> assertEquals(0, run.status()),
                () -> assertEquals("", run.err()),
                () -> assertEquals(
                        "transport=" + transport + "\n",
                        Files.readString(bot.resolve("src/main/resources/transport.properties"))),
                () -> assertFalse(allText(bot).contains("example-slack-bot")),
                () -> assertFalse(allText(bot).contains("com.example.slackbot")),
                () -> assertEquals(transport.equals("events-api"), Files.exists(bot.resolve("manifest.dev.yaml"))));
    }

    @ParameterizedTest
    @MethodSource("samplesOverBothTransports")
    void writesManifestsThatSlacksSchemaAccepts(String sample, String transport) throws IOException {
        assumeTrue(Files.exists(OFFICIAL_SCHEMA), "Skipped: needs Slack's official schema at " + OFFICIAL_SCHEMA);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(OFFICIAL_SCHEMA));
        Path bot = folder.resolve("bot");
        Run.of("scaffold", "samples/" + sample + ".yaml", "-d", bot.toString(), "--transport", transport);
        List<String> manifests = files(bot).stream()
                .filter(path -> path.startsWith("manifest.") && path.endsWith(".yaml"))
                .toList();
        assertEquals(transport.equals("events-api") ? 2 : 1, manifests.size());
        for (String manifest : manifests) {
            List<Error> errors = schema.validate(Files.readString(bot.resolve(manifest)), InputFormat.YAML);
            assertEquals(List.of(), errors, manifest);
        }
    }

    @Test
    void theSchemaTestCanFail() throws IOException {
        assumeTrue(Files.exists(OFFICIAL_SCHEMA), "Skipped: needs Slack's official schema at " + OFFICIAL_SCHEMA);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(OFFICIAL_SCHEMA));
        assertFalse(schema.validate("display_information: {}\nextra: 1\n", InputFormat.YAML)
                .isEmpty());
    }

    @Test
    void saysWhatToDoInsteadWhereNoTransportIsNeeded() {
        Run run = Run.in(folder, "", "scaffold", absolute("samples/webhook-only.yaml"), "-d", "bot");

        assertEquals(1, run.status());
        assertTrue(run.err().contains("add an incoming webhook to the app"), run.err());
        assertFalse(Files.exists(folder.resolve("bot")));
    }

    @Test
    void tellsContradictions() {
        Run run = Run.in(folder, "", "scaffold", absolute("samples/contradiction.yaml"), "-d", "bot");

        assertEquals(0, run.status());
        assertTrue(run.out().contains("Contradiction: `no-public-endpoint: no`, `inbound-allowed: false`"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "systems: [jenkins], '`bot.systems` names jenkins, but the bot would have no listeners for private systems.'",
    })
    void refusesWhatItCannotWrite(String wish, String refusal) throws IOException {
        Files.writeString(folder.resolve("answers.yaml"), "schema: 1\nbot: {name: b1, " + wish + "}\n");
        Run run = Run.in(folder, "", "scaffold", "answers.yaml", "-d", "bot");

        assertEquals(2, run.status());
        assertTrue(run.err().contains(refusal), run.err());
        assertFalse(Files.exists(folder.resolve("bot")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logging", "lambda", "slack-sdk"})
    void refusesANameThatWouldHideAModuleOfTheLanguage(String name) throws IOException {
        Run run = scaffolded("bot: {name: " + name + ", language: python}\n");

        assertEquals(2, run.status());
        assertTrue(run.err().contains("it would hide the module"), run.err());
        assertFalse(Files.exists(folder.resolve("bot")));
    }

    @Test
    void refusesSystemsWhoseListenersAreLeftOut() throws IOException {
        Run run = scaffolded(
                "bot: {name: b1, systems: [jenkins]}\nneeds: {private-infrastructure: should}\n",
                "--without",
                "private-systems");

        assertEquals(2, run.status());
        assertTrue(run.err().contains("but the bot would have no listeners for private systems."), run.err());
        assertFalse(Files.exists(folder.resolve("bot")));
    }

    @Test
    void saysWhatTheBotCarriesAndWhy() throws IOException {
        Run run = scaffolded("bot: {name: b1}\ncontext: {replicas: 3}\n", "--with", "kubernetes", "--dry-run");

        assertTrue(
                run.out()
                        .contains(
                                """
                What the bot carries, and why:
                  metrics           replicas: 3
                  kubernetes        --with kubernetes
                  inbox             replicas: 3
                """),
                run.out());
    }

    @Test
    void saysWhatOneProcessCannotDo() {
        Run both = Run.of("scaffold", "samples/mixed.yaml", "-d", folder.resolve("bot").toString(), "--dry-run");
        Run one = Run.of("scaffold", "samples/deploy-bot.yaml", "-d", folder.resolve("bot").toString(), "--dry-run");

        assertTrue(both.out().contains("\n\nPrivate systems are for one workspace"), both.out());
        assertFalse(one.out().contains("Private systems are"), one.out());
    }

    @Test
    void takesAsManyReplicasAsAnAnswerMaySay() throws IOException {
        Run run = scaffolded("bot: {name: b1}\ncontext: {platform: kubernetes, replicas: 999999999999}\n");

        assertEquals("", run.err());
        assertTrue(Files.readString(folder.resolve("bot/deploy/kubernetes/base/deployment.yaml"))
                .contains("\n  replicas: 999999999999\n"));
    }

    /** YAML knows neither tabs between the parts nor an escaped slash. */
    @Test
    void keepsAnswersInJsonReadable() throws IOException {
        Files.writeString(
                folder.resolve("answers.json"),
                "{\n\t\"schema\": 1,\n\t\"bot\": {\"name\": \"b1\", \"summary\": \"Starts \\/ stops\"}\n}\n");
        Run.in(folder, "", "scaffold", "answers.json", "-d", "bot");

        Run again = Run.in(folder.resolve("bot"), "", "recommend", "decision/answers.json", "--expect", "socket-mode");
        assertEquals("", again.err());
        assertEquals(0, again.status());
        assertTrue(Files.readString(folder.resolve("bot/decision/record.md")).contains("decision/answers.json"));
    }

    private Run scaffolded(String answers, String... options) throws IOException {
        Files.writeString(folder.resolve("answers.yaml"), "schema: 1\n" + answers);
        Stream<String> command = Stream.of("scaffold", "answers.yaml", "-d", "bot");
        return Run.in(folder, "", Stream.concat(command, Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void aBotHasTheSystemsThatTheAnswersName() throws IOException {
        Run run = dryRunWith("systems: [jenkins, argo-cd]");
        assertTrue(run.out().contains("  argo-cd           bot.systems: jenkins, argo-cd\n"), run.out());
        assertTrue(run.out().contains("/feature/jenkins/JenkinsBuild.java\n"), run.out());
        assertFalse(run.out().contains("/feature/prometheus/"), run.out());

        Run less = dryRunWith("systems: [jenkins, argo-cd]", "--without", "argo-cd");
        assertTrue(less.out().contains("/feature/jenkins/"), less.out());
        assertFalse(less.out().contains("/feature/argocd/"), less.out());
    }

    @Test
    void aBotHasAllSystemsWhereTheAnswersNameNone() throws IOException {
        for (String system : List.of("prometheus", "argocd", "jenkins")) {
            assertTrue(dryRunWith("systems: unknown").out().contains("/feature/" + system + "/"), system);
        }
        Run none = dryRunWith("systems: unknown", "--without", "private-systems");
        assertEquals("", none.err());
        assertFalse(none.out().contains("/feature/jenkins/"), none.out());
    }

    private Run dryRunWith(String systems, String... options) throws IOException {
        return scaffolded(
                "bot: {name: b1, " + systems + "}\nneeds: {private-infrastructure: should}\n",
                Stream.concat(Stream.of("--dry-run"), Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void takesTheRecommendedTransportAndSaysWhatComesNext() throws IOException {
        Run run = Run.in(folder, "", "scaffold", absolute("samples/marketplace-app.yaml"), "-d", "my bot");
        Golden.assertMatches("scaffold/written.txt", run.out());
        assertTrue(Files.readString(folder.resolve("my bot/README.md"))
                .contains("Transport Advisor recommends the Events API. Socket Mode is ruled out by"
                        + " `distribution: marketplace` (it cannot be listed) and `marketplace-distribution: must`."));
    }

    @Test
    void saysInTheReadmeThatATransportWasChosenByHand() throws IOException {
        Run.in(
                folder,
                "",
                "scaffold",
                absolute("samples/marketplace-app.yaml"),
                "-d",
                "bot",
                "--transport",
                "socket-mode");
        assertTrue(Files.readString(folder.resolve("bot/README.md")).contains("Socket Mode was chosen by hand."));
    }

    @Test
    void aDryRunListsWhatARunWritesAndWritesNothing() throws IOException {
        Run dry = Run.in(folder, "", "scaffold", absolute("samples/deploy-bot.yaml"), "-d", "bot", "--dry-run");
        assertEquals(List.of(), files(folder));
        Run.in(folder, "", "scaffold", absolute("samples/deploy-bot.yaml"), "-d", "bot");
        List<String> listed = dry.out()
                .lines()
                .filter(line -> line.matches(" +[0-9]+  .*"))
                .map(line -> line.strip().split(" +", 2)[1])
                .sorted()
                .toList();
        assertEquals(files(folder.resolve("bot")), listed);
    }

    @Test
    void withoutAFolderTheBotsNameIsTheFolder() throws IOException {
        Run dry = Run.in(folder, "", "scaffold", absolute("samples/deploy-bot.yaml"), "--dry-run");

        assertTrue(dry.out().contains(" files to deploy-bot, and wrote none:\n"), dry.out());
        assertFalse(Files.exists(folder.resolve("deploy-bot")));
    }

    @Test
    void aConflictWritesNothingUntilASideIsPicked() throws IOException {
        Run undecided = Run.in(folder, "", "scaffold", absolute("samples/conflict.yaml"), "-d", "bot");
        assertAll(
                () -> assertEquals(1, undecided.status()),
                () -> assertTrue(undecided.err().startsWith("Nothing was written."), undecided.err()),
                () -> assertEquals(List.of(), files(folder)));
        assertEquals(
                0,
                Run.in(
                                folder,
                                "",
                                "scaffold",
                                absolute("samples/conflict.yaml"),
                                "-d",
                                "bot",
                                "--transport",
                                "events-api")
                        .status());
    }

    @Test
    void fillsAnEmptyFolderAndLeavesItWhatItIs() throws IOException {
        Path bot = Files.createDirectory(folder.resolve("bot"));
        Object before = Files.readAttributes(bot, BasicFileAttributes.class).fileKey();
        assertEquals(
                0,
                Run.in(bot, "", "scaffold", absolute("samples/deploy-bot.yaml"), "-d", ".")
                        .status());
        assertEquals(
                before, Files.readAttributes(bot, BasicFileAttributes.class).fileKey());
        assertTrue(Files.exists(bot.resolve("pom.xml")));
        assertEquals(
                List.of(),
                files(bot).stream()
                        .filter(file -> file.contains(".transport-advisor"))
                        .toList());
    }

    @Test
    void saysThatATransportWasChosenAgainstTheAnswers() {
        Run run = Run.in(
                folder, "", "scaffold", absolute("samples/deploy-bot.yaml"), "-d", "bot", "--transport", "events-api");
        assertTrue(run.out().contains("\nYou chose the Events API instead.\n"), run.out());
    }

    /** Only the others try out what has not been answered. */
    @Test
    void takesATableThatTiesMoreQuestionsTogetherThanCanBeTriedOut() throws IOException {
        String tied = Files.readString(Path.of("rules/transport.yaml"))
                .replace(
                        "\nrules:\n",
                        """

                        rules:
                          - id: all-at-once
                            criterion: many-workspaces
                            when: {inbound-allowed: false, replicas: "> 10", distribution: marketplace,
                                   hosting: scale-to-zero, workspaces: "> 50", must-not-miss-events: true}
                            importance: must
                            because: It takes all of them.
                            source: https://example.org/
                        """);
        Files.writeString(folder.resolve("transport.yaml"), tied);
        String answers = absolute("samples/deploy-bot.yaml");

        assertEquals(0, Run.in(folder, "", "scaffold", answers, "-d", "bot", "--rules", ".").status());
        assertEquals(
                "transport=socket-mode\n",
                Files.readString(folder.resolve("bot/src/main/resources/transport.properties")));
        for (Run other : List.of(
                Run.in(folder, "", "recommend", answers, "--rules", "."),
                Run.in(folder, "", "ask", "--rules", "."),
                Run.in(folder, "", "rules", "check", "."))) {
            assertEquals(2, other.status());
            assertTrue(other.err().contains("The rules tie the questions ["), other.err());
        }
    }

    @Test
    void writesNothingOverWhatIsThere() throws IOException {
        Files.createDirectory(folder.resolve("bot"));
        Files.writeString(folder.resolve("bot/notes.txt"), "mine");
        Run run = Run.in(folder, "", "scaffold", absolute("samples/deploy-bot.yaml"), "-d", "bot");
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertTrue(run.err().contains("is not empty. Name a new or an empty folder."), run.err()),
                () -> assertEquals(List.of("bot/notes.txt"), files(folder)));
    }

    @Test
    void refusesAPackageThatJavaRefuses() {
        Run run = Run.in(
                folder, "", "scaffold", absolute("samples/deploy-bot.yaml"), "-d", "bot", "--package", "com.acme.new");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("`new` is a word of the Java language"), run.err());
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String allText(Path root) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String file : files(root)) {
            text.append(file).append('\n').append(Files.readString(root.resolve(file)));
        }
        return text.toString();
    }
}
