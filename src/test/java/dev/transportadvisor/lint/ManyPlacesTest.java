package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.lint.suppression.LintConfig;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What projects decide about findings that are about several places, and several findings about one. */
class ManyPlacesTest {

    /** One finding stands for all URLs of a host. */
    @ParameterizedTest
    @CsvSource({
        "1, ''",
        "2, ''",
        "3, 2 tunnel-url; 4 unused-suppression",
    })
    void whatIsSaidOfSeveralPlacesIsHiddenAtAnyOfThem(int commented, String expected) {
        List<String> lines = List.of(
                "  interactivity: {is_enabled: true, request_url: 'https://bot.ngrok.app/a'}",
                "  event_subscriptions: {request_url: 'https://bot.ngrok.app/a'}",
                "  socket_mode_enabled: false");
        String settings = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i) + (i + 1 == commented ? "  # advisor:ignore tunnel-url -- mine" : ""))
                .collect(Collectors.joining("\n"));

        FilteredFindings left = filtered("settings:\n" + settings + "\ndisplay_information: {name: deploy-bot}\n");

        assertEquals(
                expected,
                Stream.concat(left.findings().stream(), left.housekeeping().stream())
                        .map(finding -> finding.location().span().start().line() + " "
                                + finding.rule().id())
                        .collect(Collectors.joining("; ")));
    }

    /** Which of those that are only counted it hides, nobody knows. */
    @Test
    void whatMayHideOneOfManyIsNotCalledUnused() {
        String keys = IntStream.range(0, 1_500).mapToObj(i -> "k" + i + ": x\n").collect(Collectors.joining());

        FilteredFindings left = filtered(
                "display_information: {name: deploy-bot}\n" + keys + "k: x  # advisor:ignore unknown-key -- mine\n");

        assertEquals(List.of(), left.housekeeping());
        assertEquals(
                1_501, left.findings().stream().mapToInt(Diagnostic::count).sum());
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(Map.of(), "broad-scope note"),
                Arguments.of(Map.of("broad-scope", Optional.empty()), "scope-without-use note"),
                Arguments.of(
                        Map.of("scope-without-use", Optional.of(Severity.ERROR)),
                        "broad-scope note, scope-without-use error"));
    }

    /** Two rules have a note on that scope, of which a reader gets one. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("decisions")
    void whatIsDecidedAboutARuleIsNoneAboutAnother(Map<String, Optional<Severity>> severities, String expected) {
        FilteredFindings left = filtered(
                "--- {display_information: {name: deploy-bot}, features: {bot_user: {display_name: deploy-bot}},"
                        + " oauth_config: {scopes: {bot: ['chat:write', 'channels:history']}}}\n",
                new LintConfig(severities, List.of()));

        assertEquals(
                expected,
                GatheredNotes.of(left.findings()).stream()
                        .map(finding -> finding.rule().id() + " " + finding.severity().word())
                        .collect(Collectors.joining(", ")));
    }

    private static FilteredFindings filtered(String text) {
        return filtered(text, LintConfig.NONE);
    }

    private static FilteredFindings filtered(String text, LintConfig config) {
        SourceFile file = new SourceFile("a.yaml", text);
        return new SuppressionFilter(Rules.CATALOG, config, Rules.TODAY)
                .filter(file, "a.yaml", new ManifestLinter(Rules.CATALOG, Optional.empty()).lint(file));
    }
}
