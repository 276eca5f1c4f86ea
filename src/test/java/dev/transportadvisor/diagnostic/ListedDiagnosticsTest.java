package dev.transportadvisor.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListedDiagnosticsTest {

    private static final SourceFile FILE = new SourceFile("a.yaml", "a");

    @Test
    void asManyAsAreListedStandForThemselves() {
        List<Diagnostic> findings = findings(ListedDiagnostics.MOST, Severity.ERROR).toList();

        assertEquals(findings, ListedDiagnostics.of(findings.stream()));
    }

    @Test
    void thoseBeyondAreCountedBySeverity() {
        List<Diagnostic> listed = ListedDiagnostics.of(Stream.of(
                        findings(ListedDiagnostics.MOST, Severity.NOTE),
                        findings(19_000, Severity.ERROR),
                        findings(1, Severity.NOTE))
                .flatMap(findings -> findings));

        assertEquals(ListedDiagnostics.MOST + 2, listed.size());
        List<Diagnostic> beyond = listed.subList(ListedDiagnostics.MOST, listed.size());
        assertEquals(
                List.of("note 1 Finding 0.", "error 19000 Finding 0. And 18,999 more like it."),
                beyond.stream()
                        .map(finding -> finding.severity().word() + " " + finding.count() + " " + finding.sentences())
                        .toList());
    }

    private static Stream<Diagnostic> findings(int count, Severity severity) {
        RuleDescriptor rule = new RuleDescriptor("rule", Severity.ERROR, "A rule.", "Do it.");
        return IntStream.range(0, count)
                .mapToObj(i -> new Diagnostic(rule, "Finding " + i + ".", FILE.location(FILE.span(0, 1)), "/" + i)
                        .withSeverity(severity));
    }
}
