package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small manifests, and all that is said of each: what people met, and more of each kind. */
class LintCasesTest {

    private static final Path OWN = Path.of("src/test/resources/lint-cases");

    private static final Path MET = Path.of("../shared/cases/lint");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "agents.yaml | 13 warning assistant-event-with-agent-view",
                "agent-renamed.yaml | 5 error unknown-key",
                "agent-event-of-old.yaml | 4 note assistant-view-for-old-apps, 8 note agent-event-with-assistant-view",
                "agent-without-view.yaml | 7 error assistant-scope-without-view, 11 note assistant-event-without-view",
                "anchors.yaml | 7 error unknown-key, 13 error unknown-key",
                "assistant-of-old.yaml | 4 note assistant-view-for-old-apps",
                "commands.yaml | 5 error command-with-blank, 6 error command-with-blank, 8 note placeholder-url,"
                        + " 9 warning builtin-command",
                "shortcuts.yaml | 4 warning shortcuts-without-commands-scope",
                "home.yaml | 8 note home-event-without-tab",
                "functions.yaml | 7 note function-without-event",
                "function-event.yaml | 4 warning retired-workflow-steps, 8 warning function-event-without-function",
                "step-event-left-over.yaml | 5 warning retired-workflow-steps",
                "two-documents.yaml | 2 error syntax-error",
                "steps-left-over.yaml | 5 warning retired-workflow-steps",
                "placeholders.yaml | 1 note placeholder-url",
                "long-hint.yaml | 5 error text-length, 6 note placeholder-url, 6 error text-length",
                "mcp-servers.yaml | 6 warning mcp-server-without-scope",
                "merges.yaml | 7 error unknown-key, 12 error unknown-key",
                "manifest.ts | 3 error no-manifest",
                "urls.yaml | 5 warning requests-to-several-hosts, 7 note placeholder-url",
                "paths.yaml | 11 note request-path-slip",
                "manifest.js | 1 error no-manifest",
                "manifest.py | 3 error no-manifest",
                "jinja.yaml.j2 | 4 error no-manifest",
                "go.json.tmpl | 3 error no-manifest",
                "erb.yaml | 3 error no-manifest",
                "comments.jsonc | 2 error no-manifest",
                "answer.json | 3 error no-manifest",
                "config-map.yaml | 6 error no-manifest",
                "bot.tf | 3 error no-manifest",
                "manifest.go | 4 error no-manifest",
                "manifest.jsonnet | 3 error no-manifest",
                "manifest.toml | 1 error no-manifest",
                "manifest.tsx | 2 error no-manifest",
                "filled.yaml.tmpl | 2 note placeholder-url",
                "notes.yaml | 5 warning tunnel-url, 6 note commands-at-several-urls, 11 note broad-scope,"
                        + " 12 note deprecated-scope,"
                        + " 13 warning deprecated-scope",
                "search.json | 7 warning search-without-function, 22 error unknown-key",
                "types.json | 12 note invalid-value, 13 error invalid-value, 14 error invalid-value",
            })
    void saysThisAndNoMore(String file, String expected) {
        assertEquals(expected, findings(OWN.resolve(file)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "agent-event-without-view.yaml | 8 error assistant-scope-without-view,"
                        + " 11 warning assistant-event-without-view",
                "agent-view-with-legacy-events.yaml | 21 warning assistant-event-with-agent-view,"
                        + " 22 warning assistant-event-with-agent-view",
                "assistant-view-in-a-new-app.yaml | 7 note assistant-view-for-old-apps",
                "assistant-write-without-view.yaml | 12 error assistant-scope-without-view",
                "bare-word-placeholder.yaml | 8 note placeholder-url",
                "command-with-a-space.yaml | 7 error command-with-blank",
                "docs-enterprise-search-app_type.json | 7 warning search-without-function, 17 error unknown-key",
                "event-without-function.json | 4 warning function-event-without-function",
                "function-without-event.json | 5 note function-without-event",
                "home-event-tab-absent.yaml | 7 note home-event-without-tab",
                "manifest.ts | 2 error no-manifest",
                "merge-key.yaml | 15 error unknown-key",
                "merge-key-in-list-entry.yaml | 11 error unknown-key",
                "needed-scope-still-broad.yaml | ''",
                "note-mcp-user-scopes.json | ''",
                "placeholder-and-error-on-one-value.yaml | 9 note placeholder-url",
                "reserved-command.yaml | 7 warning builtin-command",
                "shortcuts-without-commands.yaml | 4 warning shortcuts-without-commands-scope",
                "slack-cli-function-keys.json | 9 warning mcp-server-without-scope",
                "steps-from-apps.yaml | 6 warning retired-workflow-steps",
                "usage-hint-too-long-with-angle-brackets.json | 13 error text-length",
                "v2-custom-and-slack-types.json | ''",
            })
    void saysThisAndNoMoreOfWhatPeopleMet(String file, String expected) {
        assumeTrue(Files.exists(MET), MET + " is not there; it holds what people met, as small manifests");

        assertEquals(expected, findings(MET.resolve(file)));
    }

    private static String findings(Path file) {
        return GatheredNotes.of(Rules.lint(SourceReader.read(file))).stream()
                .map(finding -> finding.location().span().start().line() + " "
                        + finding.severity().word() + " " + finding.rule().id())
                .collect(Collectors.joining(", "));
    }
}
