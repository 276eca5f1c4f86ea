package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Postgres;
import dev.transportadvisor.testing.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow: a scaffolded bot in Python, installed, asked by the Slack CLI's hooks, and drilled. */
class PythonBotIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of(System.getProperty("packaged.jar", "")).toAbsolutePath().toString();
    private static final long DRILL_SECONDS = 900;

    @TempDir
    Path folder;

    /** With all that it can have for one process and for several, and in a database that those share. */
    @Test
    void passesEveryScenarioOverBothTransports() throws Exception {
        assumeTrue(Python.isThere(), Python.NEEDED);
        var programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: needs PostgreSQL");
        Path answers = folder.resolve("answers.yaml");
        Files.writeString(answers, "schema: 1\nbot: {name: hello-bot, language: python}\n");
        Run.of(
                "scaffold", answers.toString(), "--transport", "socket-mode", "-d", folder.resolve("bot").toString(),
                "--with", "workspaces", "--with", "metrics");
        try (Postgres database = Postgres.start(programs.orElseThrow())) {
            Finished drill = Finished.run(
                    folder,
                    Map.of("DATABASE_URL", database.url()),
                    DRILL_SECONDS,
                    List.of(JAVA, "-jar", JAR, "drill", "bot"));
            assertEquals(0, drill.status(), drill.out() + drill.err());
            String words = drill.out().replaceAll("\\s+", " ");
            assertTrue(words.contains("Over socket-mode, 16 of 16 scenarios passed."), drill.out());
            assertTrue(words.contains("Over events-api, 17 of 17 scenarios passed."), drill.out());
        }
        answersTheSlackCli();
    }

    /** Slack's own hooks for Python are what the CLI asks for everything that the bot does not say itself. */
    private void answersTheSlackCli() throws Exception {
        String hooks = Files.readString(folder.resolve("bot/.slack/hooks.json"));
        String getHooks = hooks.replaceAll("(?s).*\"get-hooks\": \"(.*?)\".*", "$1");
        Finished asked = run("cd bot && " + getHooks);
        assertEquals(0, asked.status(), asked.err());
        assertTrue(asked.out().contains("\"check-update\""), asked.out());
    }

    private Finished run(String script) throws Exception {
        return Finished.run(folder, Map.of(), 60, List.of("sh", "-c", script));
    }
}
