package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.lint.LintFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What looks like a secret is reported in every format and printed in none. */
class LintSecretTest {

    /** In pieces, so that nobody takes it for a real one. */
    private static final String TOKEN = "xoxb" + "-0-not-a-real-one";

    private static final String MANIFEST = """
            display_information: {name: deploy-bot, description: "%1$s", %1$s: 1}
            settings:
              socket_mode_enabled: true # %1$s
              org_deploy_enabled: "%1$s" # advisor:ignore wrong-type -- since %1$s
            """.formatted(TOKEN);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(LintFormat.class)
    void noFormatPrintsIt(LintFormat format) {
        Run run = lint("--format", format.name().toLowerCase(Locale.ROOT), "--show-suppressed");

        assertEquals(1, run.status());
        assertTrue(run.out().contains("secret-in-manifest"), run::out);
        assertFalse((run.out() + run.err()).contains(TOKEN.substring(4)), run::out);
    }

    @Test
    void asterisksStandInItsPlace() {
        String out = lint().out();

        assertTrue(out.contains("socket_mode_enabled: true # " + "*".repeat(TOKEN.length())), out);
    }

    @Test
    void noneOfAFileThatIsNoText() throws IOException {
        Path file = folder.resolve("latin1.yaml");
        Files.writeString(file, "display_information: {name: caf\u00e9 " + TOKEN + "}", StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("nul.yaml"), "display_information: {name: " + TOKEN + " \0}");

        assertHidden(2, Run.in(folder, "", "lint", "latin1.yaml", "nul.yaml"));
    }

    @Test
    void noneOfAConfigurationThatIsRefused() throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), """
                schema: 1
                %1$s: 1
                severities: {%1$s: off}
                suppressions:
                  - {rule: %1$s, pointer: %1$s, until: "%1$s", reason: "%1$s"}
                """.formatted(TOKEN));

        assertHidden(2, Run.in(folder, "", "lint", "m.yaml", "--config", "wrong.yaml"));
    }

    @ParameterizedTest
    @EnumSource(LintFormat.class)
    void noneOfAReason(LintFormat format) throws IOException {
        Files.writeString(folder.resolve("m.yaml"), "display_information: {name: deploy-bot, nmae: x}");
        Files.writeString(folder.resolve("reason.yaml"), """
                schema: 1
                suppressions:
                  - {rule: unknown-key, reason: "Known since %s"}
                """.formatted(TOKEN));

        String word = format.name().toLowerCase(Locale.ROOT);
        assertHidden(
                0,
                Run.in(folder, "", "lint", "m.yaml", "--config", "reason.yaml", "--show-suppressed", "--format", word));
    }

    private static void assertHidden(int status, Run run) {
        assertEquals(status, run.status(), run::toString);
        assertFalse((run.out() + run.err()).contains("not-a-real"), run::toString);
    }

    private static Run lint(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "lint";
        arguments[1] = "-";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Run.withInput(MANIFEST, arguments);
    }
}
