package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
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

    private static Run lint(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "lint";
        arguments[1] = "-";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Run.withInput(MANIFEST, arguments);
    }
}
