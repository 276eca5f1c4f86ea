package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import dev.transportadvisor.testing.Postgres;
import dev.transportadvisor.testing.Python;
import dev.transportadvisor.testing.SlackCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void needsPython() throws Exception {
        assumeTrue(Python.isThere(), Python.NEEDED);
    }

    @Test
    void passesEveryScenarioOverBothTransports() throws Exception {
        scaffold(List.of());
        String report = drill(Map.of());
        assertTrue(report.contains("Over socket-mode, 15 of 15 scenarios passed."), report);
        assertTrue(report.contains("Over events-api, 16 of 16 scenarios passed."), report);
        answersTheSlackCli();
    }

    /** For one process and for several, and in a database that those share. */
    @Test
    void passesEveryScenarioWithAllThatItCanHave() throws Exception {
        var programs = Postgres.programs();
        assumeTrue(programs.isPresent(), "Skipped: needs PostgreSQL");
        scaffold(List.of("--with", "workspaces", "--with", "metrics"));
        try (Postgres database = Postgres.start(programs.orElseThrow())) {
            String report = drill(Map.of("DATABASE_URL", database.url()));
            assertTrue(report.contains("Over socket-mode, 16 of 16 scenarios passed."), report);
            assertTrue(report.contains("Over events-api, 17 of 17 scenarios passed."), report);
        }
    }

    private void scaffold(List<String> with) throws Exception {
        Path answers = Files.writeString(
                folder.resolve("answers.yaml"), "schema: 1\nbot: {name: hello-bot, language: python}\n");
        List<String> words = new ArrayList<>(List.of(
                "scaffold", answers.toString(), "--transport", "socket-mode", "-d", folder.resolve("bot").toString()));
        words.addAll(with);
        assertEquals(0, Run.of(words.toArray(String[]::new)).status());
    }

    /** @return the report, each blank between its words only one */
    private String drill(Map<String, String> environment) throws Exception {
        Finished drill =
                Finished.run(folder, environment, DRILL_SECONDS, List.of(JAVA, "-jar", JAR, "drill", "bot"));
        assertEquals(0, drill.status(), drill.out() + drill.err());
        return drill.out().replaceAll("\\s+", " ");
    }

    /** Below the bot's own hooks lie those of Slack's own package. */
    private void answersTheSlackCli() throws Exception {
        Path bot = folder.resolve("bot");
        SlackCli slack = SlackCli.in(bot);
        assertEquals(Files.readString(bot.resolve(".slack/manifest.json")), slack.manifest());
        Finished doctor = run("cd bot && " + slack.command("doctor"));
        assertTrue(doctor.out().contains("\"name\": \"python\""), doctor.out() + doctor.err());
        Finished start = slack.start(Map.of("SLACK_BOT_TOKEN", ""));
        assertEquals(2, start.status());
        assertTrue(start.err().startsWith("SLACK_BOT_TOKEN is missing: "), start.err());
    }

    private Finished run(String script) throws Exception {
        return Finished.run(folder, Map.of(), 60, List.of("sh", "-c", script));
    }
}
