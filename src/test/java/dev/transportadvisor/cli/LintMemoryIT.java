package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.lint.LintFormat;
import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much memory the packaged program needs for many manifests. */
class LintMemoryIT {

    private static final int FILES = 400;

    /** With a finding that has a fix: the scope is missing that lets the event through. */
    private static final String MANIFEST =
            """
            {
              "display_information": {"name": "bot"},
              "features": {"bot_user": {"display_name": "bot"}},
              "oauth_config": {"scopes": {"bot": ["chat:write"]}},
              "settings": {
                "socket_mode_enabled": true,
                "event_subscriptions": {"bot_events": ["app_mention"]}
              }
            }
            """;

    @TempDir
    Path folder;

    /** Their texts would take 96 MB, twice what there is; none is so large that no fix is looked for. */
    @ParameterizedTest
    @EnumSource(LintFormat.class)
    void keepsOfEachFileWhatTheReportShows(LintFormat format) throws Exception {
        write(MANIFEST + (" ".repeat(99) + "\n").repeat(2_400));

        Finished run = lint("-Xmx48m", "--format", format.name().toLowerCase(Locale.ROOT), ".");

        assertEquals("", run.err());
        assertEquals(ExitCode.FINDINGS.status(), run.status());
        assertEquals(FILES, run.out().lines().filter(LintMemoryIT::isFinding).count());
        assertEquals(
                format == LintFormat.SARIF ? FILES : 0,
                run.out().lines().filter(line -> line.contains("\"fixes\"")).count());
    }

    @Test
    void keepsNoMoreOfManifestsOfOneLine() throws Exception {
        write(MANIFEST.replace("\n", "") + " ".repeat(240_000));

        Finished run = lint("-Xmx48m", ".");

        assertEquals("", run.err());
        assertTrue(run.out().endsWith("400 errors, 0 warnings, 0 notes in 400 files\n"), run.out());
    }

    private void write(String manifest) throws IOException {
        OnlyRules.write(folder, "event-without-scope");
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve("bot-" + i + ".json"), manifest);
        }
    }

    /** A line that each finding has once in each format. */
    private static boolean isFinding(String line) {
        return line.matches(".*(error .*\\[event-without-scope]|\"(rule|ruleId|check_name)\": \"event-without-scope\""
                + "|title=event-without-scope|<testcase .*event-without-scope ).*");
    }

    @Test
    void saysInOneSentenceThatItIsNotEnough() throws Exception {
        Files.writeString(folder.resolve("bot.json"), "{\"a\":[" + "[],".repeat(99_000) + "[]]}");

        Finished run = lint("-Xmx12m", "bot.json");

        assertEquals("", run.out());
        assertTrue(run.err().startsWith("error: "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(ExitCode.FAILURE.status(), run.status());
    }

    private Finished lint(String memory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-jar",
                System.getProperty("packaged.jar"),
                "lint"));
        command.addAll(List.of(arguments));
        return Finished.run(folder, Map.of("JAVA_TOOL_OPTIONS", ""), 60, command);
    }
}
