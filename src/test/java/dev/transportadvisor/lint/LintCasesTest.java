package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.SourceReader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small manifests, and all that is said of each: things that belong together and are named apart. */
class LintCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/lint-cases");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "agents.yaml | 13 warning assistant-event-with-agent-view",
                "agent-without-view.yaml | 7 error assistant-scope-without-view, 11 note assistant-event-without-view",
                "assistant-of-old.yaml | 4 note assistant-view-for-old-apps",
                "commands.yaml | 5 error command-with-blank, 6 error command-with-blank, 8 note placeholder-url,"
                        + " 9 warning builtin-command",
                "shortcuts.yaml | 4 warning shortcuts-without-commands-scope",
                "home.yaml | 8 note home-event-without-tab",
                "functions.yaml | 7 note function-without-event",
                "function-event.yaml | 4 warning retired-workflow-steps, 6 warning deprecated-scope,"
                        + " 8 warning function-event-without-function",
                "placeholders.yaml | 1 note placeholder-url",
                "long-hint.yaml | 5 error text-length, 6 note placeholder-url, 6 error text-length",
                "merges.yaml | 7 error unknown-key, 12 error unknown-key",
                "manifest.ts | 3 error syntax-error",
                "notes.yaml | 5 warning tunnel-url, 11 note broad-scope, 12 note deprecated-scope,"
                        + " 13 warning deprecated-scope",
                "types.json | 12 note invalid-value, 13 error invalid-value, 14 error invalid-value",
            })
    void saysThisAndNoMore(String file, String expected) {
        String findings = GatheredNotes.of(Rules.lint(SourceReader.read(FOLDER.resolve(file)))).stream()
                .map(finding -> finding.location().span().start().line() + " "
                        + finding.severity().word() + " " + finding.rule().id())
                .collect(Collectors.joining(", "));

        assertEquals(expected, findings);
    }
}
