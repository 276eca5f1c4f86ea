package dev.transportadvisor.report.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import dev.transportadvisor.testing.Golden;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DiagnosticFormatterTest {

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("report.txt", new TextDiagnosticFormatter(Style.PLAIN)),
                Arguments.of("report.json", new JsonDiagnosticFormatter()),
                Arguments.of("report.sarif", new SarifDiagnosticFormatter("1.2.3")),
                Arguments.of("report.github", new GitHubDiagnosticFormatter()),
                Arguments.of("report.junit.xml", new JUnitDiagnosticFormatter(Severity.ERROR)),
                Arguments.of("report.gitlab.json", new GitLabDiagnosticFormatter()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rendersWhatIsHard(String name, DiagnosticFormatter formatter) {
        String text = Findings.text(formatter, Findings.report());
        Golden.assertMatches("lint/" + name, text);
        assertTrue(
                text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c)), "no control characters");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rendersNothingFound(String name, DiagnosticFormatter formatter) {
        DiagnosticReport nothing =
                new DiagnosticReport(List.of("a.yaml"), List.of(), List.of(), List.of(Findings.LOUD));
        Golden.assertMatches("lint/nothing-" + name, Findings.text(formatter, nothing));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain             | plain                   | plain",
                "100 %             | 100 %25                 | 100 %25",
                "%0A               | %250A                   | %250A",
                "a: b, c           | a: b, c                 | a%3A b%2C c",
                "'one\ntwo'        | one%0Atwo               | one%0Atwo",
                "'one\r\ntwo'      | one%0D%0Atwo            | one%0D%0Atwo",
                "::error::x        | ::error::x              | %3A%3Aerror%3A%3Ax",
                "'bell \u0007'     | 'bell \\u0007'          | 'bell \\u0007'",
                "ünïcode 😀        | ünïcode 😀              | ünïcode 😀",
            })
    void escapesForGitHub(String text, String data, String property) {
        assertEquals(data, GitHubDiagnosticFormatter.data(text));
        assertEquals(property, GitHubDiagnosticFormatter.property(text));
    }

    @ParameterizedTest
    @CsvSource({
        "a.yaml, a.yaml",
        "bots/a b%.yaml, bots/a%20b%25.yaml",
        "c:d/e.yaml, ./c:d/e.yaml",
        "x/c:d.yaml, x/c:d.yaml",
        "../ä#?.yaml, ../%C3%A4%23%3F.yaml",
        "/tmp/x y.yaml, file:///tmp/x%20y.yaml",
        "<stdin>, %3Cstdin%3E",
    })
    void namesFilesByUri(String path, String uri) {
        assertEquals(uri, SarifResult.uri(path));
    }

    @Test
    void aFindingThatMovesKeepsItsFingerprint() {
        SourceFile before = new SourceFile("a.yaml", "name: BOT\n");
        SourceFile after = new SourceFile("a.yaml", "# moved\n\nname:   BOT\n");
        assertEquals(fingerprint(before, "/name"), fingerprint(after, "/name"));
        assertNotEquals(fingerprint(before, "/name"), fingerprint(before, "/title"));
        assertNotEquals(fingerprint(before, "/name"), fingerprint(new SourceFile("b.yaml", before.text()), "/name"));
    }

    @Test
    void fingerprintsAreUnique() {
        Fingerprint fingerprint = new Fingerprint();
        List<Diagnostic> findings = Findings.report().findings();
        Set<String> seen = new HashSet<>();
        findings.forEach(finding -> seen.add(fingerprint.of(finding)));
        assertEquals(findings.size(), seen.size());
    }

    /** So many that several threads work on them. */
    @Test
    void manyFindingsStandInTheirOrder() {
        SourceFile file = new SourceFile("bots/bot.yaml", "x\n".repeat(2_500));
        List<Diagnostic> many = IntStream.range(0, 2_500)
                .mapToObj(line -> new Diagnostic(
                        Findings.LOUD, "It.", file.location(file.span(2 * line, 2 * line + 1)), "/" + line))
                .toList();
        String text = Findings.text(
                new TextDiagnosticFormatter(Style.PLAIN),
                new DiagnosticReport(List.of(file.path()), many, List.of(), List.of(Findings.LOUD)));
        assertEquals(
                many.stream().map(finding -> finding.location().toString()).toList(),
                text.lines()
                        .filter(line -> line.startsWith("bots/"))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
    }

    @Test
    void junitIsXmlThatCountsWhatItHolds() throws Exception {
        for (Severity threshold : Severity.values()) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(
                            new StringReader(
                                    Findings.text(new JUnitDiagnosticFormatter(threshold), Findings.report()))))
                    .getDocumentElement();
            int failing = (int) Findings.report().findings().stream()
                    .filter(finding -> finding.severity().compareTo(threshold) >= 0)
                    .count();
            assertEquals(failing, root.getElementsByTagName("failure").getLength());
            assertCounts(root);
            elements(root.getElementsByTagName("testsuite")).forEach(DiagnosticFormatterTest::assertCounts);
        }
    }

    private static void assertCounts(Element element) {
        assertEquals(element.getAttribute("tests"), count(element, "testcase"));
        assertEquals(element.getAttribute("failures"), count(element, "failure"));
        assertEquals(element.getAttribute("skipped"), count(element, "skipped"));
    }

    private static String count(Element element, String name) {
        return String.valueOf(element.getElementsByTagName(name).getLength());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static String fingerprint(SourceFile file, String pointer) {
        int start = file.text().indexOf("BOT");
        Span span = new Span(file.position(start), file.position(start + 3));
        return new Fingerprint().of(new Diagnostic(Findings.LOUD, "Loud.", file.location(span), pointer));
    }
}
