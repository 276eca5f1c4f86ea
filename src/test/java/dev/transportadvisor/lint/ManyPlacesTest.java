package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.lint.suppression.LintConfig;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suppressions of findings that are about several places. */
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

    private static FilteredFindings filtered(String text) {
        SourceFile file = new SourceFile("a.yaml", text);
        return new SuppressionFilter(Rules.CATALOG, LintConfig.NONE, Rules.TODAY)
                .filter(file, "a.yaml", new ManifestLinter(Rules.CATALOG, Optional.empty()).lint(file));
    }
}
