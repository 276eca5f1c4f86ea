package dev.transportadvisor.cli;

import static dev.transportadvisor.dist.Packed.isOnPath;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Postgres;
import dev.transportadvisor.testing.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slow: bots for AWS Lambda pass their own tests, and the drill by way of their bridge, which freezes each process of
 * theirs as soon as it has answered.
 */
class LambdaBotIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of(System.getProperty("packaged.jar", "")).toAbsolutePath().toString();

    private static final long SECONDS = 600;

    /**
     * Without those that send many events at once: Lambda starts a process for each, while those of a bridge share the
     * cores of one machine. {@code -Dvariants=all} plays them as well.
     */
    private static final List<String> SCENARIOS = List.of(
            "repeated-event", "slow-work", "slash-command", "button", "foreign-events", "forged-request",
            "wrong-timestamp", "replayed-request", "challenge", "ssl-check", "rate-limited", "readiness");

    private static final boolean ALL = System.getProperty("variants", "").equals("all");

    @TempDir
    Path folder;

    @BeforeEach
    void needsADatabase() throws Exception {
        assumeTrue(Postgres.programs().isPresent(), "Skipped: needs PostgreSQL");
    }

    @Test
    void inJavaScriptWorkGoesOnAfterAnAnswer() throws Exception {
        assumeTrue(isOnPath("node") && isOnPath("npm"), "Skipped: needs Node.js and npm");
        proves("javascript", "npm ci --no-audit --no-fund --prefer-offline && npm test");
    }

    @Test
    void inPythonWorkGoesOnAfterAnAnswer() throws Exception {
        assumeTrue(Python.isThere(), Python.NEEDED);
        String install = "python3 -m venv .venv && .venv/bin/pip install --quiet --editable '.[dev]'";
        proves("python", install + " && .venv/bin/pytest");
    }

    private void proves(String language, String test) throws Exception {
        Path answers = Files.writeString(
                folder.resolve("answers.yaml"),
                "schema: 1\nbot: {name: deploy-bot, language: " + language + "}\ncontext: {platform: lambda}\n");
        Path bot = folder.resolve("a bot");
        Run scaffolded = Run.of("scaffold", answers.toString(), "-d", bot.toString());
        assertEquals(0, scaffolded.status(), scaffolded.err());
        try (Postgres database = Postgres.start(Postgres.programs().orElseThrow())) {
            succeeds(bot, Map.of("TEST_DATABASE_URL", database.url()), List.of("sh", "-c", test));
            List<String> drill = new ArrayList<>(
                    List.of(JAVA, "-jar", JAR, "drill", bot.toString(), "--transport", "events-api"));
            if (!ALL) {
                SCENARIOS.stream().flatMap(id -> Stream.of("--scenario", id)).forEach(drill::add);
            }
            succeeds(folder, Map.of("DATABASE_URL", database.url()), drill);
        }
    }

    private static void succeeds(Path directory, Map<String, String> environment, List<String> command)
            throws Exception {
        Finished run = Finished.run(directory, environment, SECONDS, command);
        assertEquals(0, run.status(), () -> run.out() + run.err());
    }
}
