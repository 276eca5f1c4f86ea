package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.suppression.Baseline;
import dev.transportadvisor.lint.suppression.FilePattern;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.lint.suppression.LintConfig;
import dev.transportadvisor.lint.suppression.LintConfigReader;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suppressions in a manifest and in the configuration. Today is 2026-11-24. */
class SuppressionTest {

    /** Breaks {@code events-without-transport} on line 7 and {@code command-without-url} on line 6. */
    private static final String MANIFEST =
            """
            display_information: {name: deploy-bot}
            oauth_config: {scopes: {bot: [app_mentions:read, chat:write, commands]}}
            features:
              bot_user: {display_name: deploy-bot}
              slash_commands:
                - {command: /deploy}%s
            settings: {event_subscriptions: {bot_events: [app_mention]}, socket_mode_enabled: false}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                              | 6 command-without-url",
                "'  # advisor:ignore command-without-url -- later'               | ''",
                "'  #advisor:ignore command-without-url -- later'                | ''",
                "'~  # advisor:ignore command-without-url -- wrong line'         |"
                        + " '6 command-without-url; 7 unused-suppression'",
                "'  # advisor:ignore command-without-url until 2026-11-24 -- x'  | ''",
                "'  # advisor:ignore command-without-url until 2026-11-23 -- x'  |"
                        + " '6 command-without-url; 6 expired-suppression'",
                "'  # advisor:ignore command-without-url'                        |"
                        + " '6 command-without-url; 6 invalid-suppression'",
                "'  # advisor:ignore command-without-url --'                     |"
                        + " '6 command-without-url; 6 invalid-suppression'",
                "'  # advisor:ignore command-without-url until soon -- x'        |"
                        + " '6 command-without-url; 6 invalid-suppression'",
                "'  # advisor:ignore command-without-uri -- typing error'        |"
                        + " '6 command-without-url; 6 invalid-suppression'",
                "'  # advisor:ignored command-without-url -- misspelt'           |"
                        + " '6 command-without-url; 6 invalid-suppression'",
                "'  # advisor:ignore syntax-error, command-without-url -- two'   | 6 unused-suppression",
                "'  # see advisor:ignore in the manual'                          | 6 command-without-url",
            })
    void commentOnTheLine(String comment, String findings) {
        assertEquals(findings, at6(MANIFEST.formatted(comment.replace('~', '\n'))));
    }

    @Test
    void commentsAboveAreAboutTheNextLineThatIsNoComment() {
        String above = MANIFEST.formatted("")
                .replace(
                        "settings:",
                        """
                        # advisor:ignore events-without-transport -- The URL comes later
                        # and a word in between
                        # advisor:ignore syntax-error -- another
                        settings:""");
        assertEquals("6 command-without-url; 9 unused-suppression", lint(above));
    }

    @Test
    void whatStandsInAValueIsNoSuppression() {
        String quoted = MANIFEST.formatted("")
                .replace("/deploy}", "' # advisor:ignore command-without-url -- no'}");
        String block = MANIFEST.formatted("")
                .replace(
                        "{name: deploy-bot}",
                        "\n  name: |\n    # advisor:ignore command-without-url -- no");
        assertEquals("6 command-without-url", at6(quoted));
        assertEquals("8 command-without-url; 9 events-without-transport", lint(block));
    }

    @Test
    void showsNoSecretThatStandsBesideIt() {
        String token = "xoxb-" + "1234567890-secretsecret";
        String directive = " # advisor:ignore " + token + " -- " + token + "\n";
        SourceFile file = new SourceFile("a.yaml", "a: " + token + directive);
        Diagnostic invalid = suppressions(LintConfig.NONE).filter(file, "a.yaml", List.of()).housekeeping().get(0);
        assertEquals("invalid-suppression", invalid.rule().id());
        assertFalse(invalid.message().contains("secretsecret"), invalid.message());
        assertFalse(invalid.location().line().contains("secretsecret"));
    }

    @Test
    void aFileThatCannotBeReadHasNoComments() {
        assertEquals("2 syntax-error", lint("a: b # advisor:ignore syntax-error -- no\n\tc: d\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: command-without-url                                         | 7 events-without-transport",
                "rule: events-without-transport                                    | 6 command-without-url",
                "rule: command-without-url, file: bots/a.json                      | 7 events-without-transport",
                "rule: command-without-url, file: a.json                           | 7 events-without-transport",
                "rule: command-without-url, file: bots/                            | 7 events-without-transport",
                "rule: command-without-url, file: other/                           | both",
                "rule: command-without-url, pointer: /features                     | 7 events-without-transport",
                "rule: command-without-url, pointer: /features/slash_commands/0/command | 7 events-without-transport",
                "rule: command-without-url, pointer: /feat                         | both+unused",
                "rule: command-without-url, until: 2026-11-24                      | 7 events-without-transport",
                "rule: command-without-url, until: 2026-11-23                      | both+expired",
                "rule: command-without-url, file: other/, until: 2026-11-23        | both+expired",
                "rule: syntax-error                                                | both+unused",
                "rule: syntax-error, file: other/                                  | both",
            })
    void entryOfTheConfiguration(String entry, String expected) {
        LintConfig config = config("schema: 1\nsuppressions:\n  - {" + entry + ", reason: Because}\n");
        String both = "6 command-without-url; 7 events-without-transport";
        assertEquals(
                expected.replace("both+unused", both + "; config 3 unused-suppression")
                        .replace("both+expired", both + "; config 3 expired-suppression")
                        .replace("both", both),
                lint(MANIFEST.formatted(""), config));
    }

    @Test
    void aSuppressedFindingKeepsItsReasonAndWhereThatStands() {
        SourceFile file = new SourceFile(
                "a.yaml", MANIFEST.formatted("  # advisor:ignore command-without-url -- in the file"));
        LintConfig config =
                config("schema: 1\nsuppressions: [{rule: events-without-transport, reason: in the configuration}]\n");

        assertEquals(
                Set.of(
                        "command-without-url inSource in the file",
                        "events-without-transport external in the configuration"),
                suppressions(config).filter(file, "a.yaml", findings(file)).suppressed().stream()
                        .map(finding -> finding.finding().rule().id() + " "
                                + finding.kind().word() + " " + finding.justification())
                        .collect(Collectors.toSet()));
    }

    @Test
    void severitiesAreForAllFindingsOfARule() {
        LintConfig config = config("""
                schema: 1
                severities: {command-without-url: note, events-without-transport: off, unused-suppression: error}
                """);
        SourceFile file = new SourceFile(
                "a.yaml", MANIFEST.formatted("") + "# advisor:ignore syntax-error -- unused\n");
        FilteredFindings filtered = suppressions(config).filter(file, "a.yaml", findings(file));
        assertEquals(
                List.of(Severity.NOTE),
                filtered.findings().stream().map(Diagnostic::severity).toList());
        assertEquals(
                List.of(Severity.ERROR),
                filtered.housekeeping().stream().map(Diagnostic::severity).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}'                                          | 1:1 Missing key `schema` in the configuration.",
                "'schema: 1~severity: {}'                      | 2:1 Unknown key `severity`",
                "'schema: 1~severities: {syntax-eror: off}'    | 2:14 There is no rule `syntax-eror`. Did you mean"
                        + " `syntax-error`?",
                "'schema: 1~severities: {syntax-error: warn}'  | 2:28 `warn` is not allowed in `syntax-error`. Allowed:"
                        + " note, warning, error, off.",
                "'schema: 1~suppressions: [{rule: syntax-error}]'                | 2:16 Missing key `reason`",
                "'schema: 1~suppressions: [{rule: syntax-error, reason: \" \"}]' | 2:45 `reason` in an entry of"
                        + " `suppressions` is empty.",
                "'schema: 1~suppressions: [{reason: x}]'                         | 2:16 Missing key `rule`",
                "'schema: 1~suppressions: [{rule: syntax-eror, reason: x}]'      | 2:23 There is no rule"
                        + " `syntax-eror`.",
                "'schema: 1~suppressions: [{rule: syntax-error, reason: x, until: 2026-02-30}]' | 2:55 `2026-02-30` is"
                        + " no date. Write it as 2027-01-31.",
                "'schema: 1~suppressions: [{rule: syntax-error, reason: x, pointer: a/b}]' | 2:57 `a/b` is no JSON"
                        + " Pointer.",
                "'schema: 1~suppressions: [{rule: syntax-error, reason: x, file: \"[\"}]'  | 2:54 `[` is no pattern for"
                        + " files: it takes names,",
                "'schema: 1~suppressions: [{rule: syntax-error, reason: x, files: y}]'     | 2:48 Unknown key `files`",
            })
    void theConfigurationIsCheckedItself(String text, String problem) {
        InputException e = assertThrows(InputException.class, () -> config(text.replace('~', '\n')));
        String shown = ("config:" + problem).replaceFirst(" ", ": ");
        assertEquals(
                shown, e.getMessage().substring(0, Math.min(shown.length(), e.getMessage().length())), e.getMessage());
    }

    @Test
    void aPatternHasALength() {
        String text = "schema: 1\nsuppressions: [{rule: syntax-error, reason: x, file: %s}]\n";

        assertEquals(1, config(text.formatted("a".repeat(FilePattern.MAX_LENGTH))).suppressions().size());
        assertThrows(
                InputException.class, () -> config(text.formatted("a".repeat(FilePattern.MAX_LENGTH + 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "a.yaml, a.yaml, true",
        "a.yaml, deep/down/a.yaml, true",
        "a.yaml, b.yaml, false",
        "./a.yaml, a.yaml, true",
        "/a.yaml, deep/a.yaml, false",
        "*.json, x/y.json, true",
        "bots/*.yaml, bots/a.yaml, true",
        "bots/*.yaml, bots/deep/a.yaml, false",
        "bots/**, bots/deep/a.yaml, true",
        "bots/, bots/deep/a.yaml, true",
        "bots/, robots/a.yaml, false",
        "**/dev/*.yaml, dev/a.yaml, true",
        "**/dev/*.yaml, x/y/dev/a.yaml, true",
        "a/**/b.yaml, a/b.yaml, true",
        "a/**/b.yaml, a/x/y/b.yaml, true",
        "a?.yaml, ab.yaml, true",
        "a?.yaml, a/.yaml, false",
        "a/**, a, false",
        "a/**/b/**/c, a/b/x/c, true",
        "a/**/b/**/c, a/x/c, false",
        "**x**x**x**x**x**x**x**x**x**x**x**x**x**x**x**x**y, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, false",
        "-, -, true",
    })
    void patternsForFiles(String pattern, String path, boolean matches) {
        assertEquals(matches, new FilePattern(pattern).matches(path));
    }

    @Test
    void aBaselineForgetsWhatIsGoneAndKeepsWhatWasNotLookedAt() {
        Baseline.Entry gone = new Baseline.Entry("a.yaml", "old", "");
        Baseline.Entry kept = new Baseline.Entry("a.yaml", "still", "/x");
        Baseline.Entry elsewhere = new Baseline.Entry("b.yaml", "old", "");
        Baseline.Entry fresh = new Baseline.Entry("a.yaml", "new", "");
        Baseline baseline = Baseline.of(List.of(elsewhere, kept, gone));
        assertEquals(
                List.of(gone), baseline.stale(List.of(kept, fresh), Set.of("a.yaml")));
        assertEquals(
                List.of(fresh, kept, elsewhere),
                List.copyOf(baseline.renewed(List.of(kept, fresh), Set.of("a.yaml"))
                        .entries()));
    }

    /** Those on lines up to 7, without the finding that is not in question. */
    private static String at6(String text) {
        return Stream.of(lint(text).split("; "))
                .filter(finding -> !finding.endsWith("events-without-transport"))
                .collect(Collectors.joining("; "));
    }

    private static String lint(String text) {
        return lint(text, LintConfig.NONE);
    }

    /** Line and rule of each finding. */
    private static String lint(String text, LintConfig config) {
        SourceFile file = new SourceFile("a.yaml", text);
        FilteredFindings filtered = suppressions(config).filter(file, "bots/a.json", findings(file));
        return Stream.of(
                        filtered.findings(),
                        filtered.housekeeping(),
                        suppressions(config).housekeeping(List.of(filtered)))
                .flatMap(List::stream)
                .sorted(Diagnostic.ORDER)
                .map(finding -> (finding.location().path().equals(file.path()) ? "" : "config ")
                        + finding.location().span().start().line() + " " + finding.rule().id())
                .collect(Collectors.joining("; "));
    }

    private static List<Diagnostic> findings(SourceFile file) {
        return SmallCatalog.lint(file);
    }

    private static SuppressionFilter suppressions(LintConfig config) {
        return new SuppressionFilter(SmallCatalog.CATALOG, config, Rules.TODAY);
    }

    private static LintConfig config(String text) {
        return new LintConfigReader(SmallCatalog.CATALOG).read(new SourceFile("config", text));
    }
}
