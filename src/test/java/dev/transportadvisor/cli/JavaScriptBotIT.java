package dev.transportadvisor.cli;

import static dev.transportadvisor.dist.Packed.isOnPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Postgres;
import dev.transportadvisor.testing.SlackCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Slow: bots in JavaScript are really installed by npm, checked, tested, started and drilled; with
 * {@code -Dvariants=all} those of more kinds.
 */
class JavaScriptBotIT {

    /** On two cores, and longer where npm has to download first. */
    private static final long SECONDS = 420;

    /** Both transports share a database, so that one is drilled after the other. */
    private static final long DRILL_SECONDS = 1_200;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of(System.getProperty("packaged.jar", "")).toAbsolutePath().toString();

    /** What is between the plain bot and the richest; the files for platforms change what a setting may be. */
    private static final List<List<String>> SELECTIONS = List.of(
            List.of("metrics"),
            List.of("inbox"),
            List.of("inbox", "kubernetes"),
            List.of("inbox", "workspaces"),
            List.of("private-systems"));

    private static final List<String> RICHEST =
            List.of("metrics", "inbox", "kubernetes", "cloud-run", "workspaces", "private-systems");

    private static final boolean ALL = System.getProperty("variants", "").equals("all");

    @TempDir
    Path folder;

    @BeforeEach
    void needsNode() {
        assumeTrue(isOnPath("node") && isOnPath("npm"), "Skipped: needs Node.js and npm");
    }

    static Stream<List<String>> selections() {
        Stream<List<String>> between = ALL ? SELECTIONS.stream() : Stream.of();
        return Stream.concat(Stream.of(List.of(), RICHEST), between);
    }

    /** Style, types and tests, as `npm test` of the bot runs them. */
    @ParameterizedTest
    @MethodSource("selections")
    void passesItsOwnTests(List<String> features) throws Exception {
        Path bot = scaffold(features);
        var programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: needs PostgreSQL");
        try (Postgres database = Postgres.start(programs.orElseThrow())) {
            Finished test = Finished.run(
                    bot,
                    Map.of("TEST_DATABASE_URL", database.url()),
                    SECONDS,
                    List.of("sh", "-c", "npm ci --no-audit --no-fund --prefer-offline && npm test"));

            assertEquals(0, test.status(), () -> features + ": " + test.out() + test.err());
        }
    }

    /** Those of Slack's own package, below those of the bot. */
    @Test
    void itsHooksWorkAsTheSlackCliRunsThem() throws Exception {
        Path bot = scaffold(List.of());
        run(bot, "npm ci --no-audit --no-fund --prefer-offline");

        SlackCli slack = SlackCli.in(bot);
        assertEquals(Files.readString(bot.resolve(".slack/manifest.json")), slack.manifest());
        assertTrue(run(bot, slack.command("doctor")).contains("\"name\":\"node\""));
        Finished start = slack.start(Map.of("SLACK_BOT_TOKEN", ""));
        assertEquals(2, start.status());
        assertTrue(start.err().startsWith("SLACK_BOT_TOKEN is missing: "), start.err());
    }

    /** Whatever Slack does to it, over both transports. The drill installs what it needs. */
    @Test
    void passesTheDrill() throws Exception {
        passesTheDrill(scaffold(List.of()), Map.of());
    }

    @Test
    void passesTheDrillWithAllThatItCanHave() throws Exception {
        Path bot = scaffold(RICHEST);
        var programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: needs PostgreSQL");
        try (Postgres database = Postgres.start(programs.orElseThrow())) {
            String report = passesTheDrill(bot, Map.of("DATABASE_URL", database.url()));

            assertTrue(report.matches("(?s).*own-tokens +socket +ok.*own-tokens +events +ok.*"), report);
        }
    }

    private String passesTheDrill(Path bot, Map<String, String> environment) throws Exception {
        List<String> command = List.of(JAVA, "-jar", JAR, "drill", bot.toString());
        Finished drill = Finished.run(folder, environment, DRILL_SECONDS, command);
        assertEquals(0, drill.status(), () -> drill.out() + drill.err());
        return drill.out();
    }

    private Path scaffold(List<String> features) throws Exception {
        Path answers = Files.writeString(
                folder.resolve("answers.yaml"), "schema: 1\nbot: {name: deploy-bot, language: javascript}\n");
        Path bot = folder.resolve("a bot");
        List<String> with = features.stream().flatMap(feature -> Stream.of("--with", feature)).toList();
        Run run = Run.of(Stream.concat(
                        Stream.of("scaffold", answers.toString(), "-d", bot.toString(), "--transport", "socket-mode"),
                        with.stream())
                .toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        return bot;
    }

    private static String run(Path bot, String script) throws Exception {
        Finished run = Finished.run(bot, Map.of(), SECONDS, List.of("sh", "-c", script));
        assertEquals(0, run.status(), () -> run.out() + run.err());
        return run.out();
    }
}
