package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.report.format.JUnitWriter;
import dev.transportadvisor.report.format.XmlWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Findings as results of tests: a suite for each file, a case for each finding; a file without any has one case
 * that passes. A case fails when its finding counts for the status of the program, so that both say the same.
 */
public final class JUnitDiagnosticFormatter implements DiagnosticFormatter {

    private final Severity threshold;

    /** @param threshold the mildest severity that counts */
    public JUnitDiagnosticFormatter(Severity threshold) {
        this.threshold = threshold;
    }

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        List<Suite> suites = suites(report);
        long clean = suites.stream().filter(Suite::isClean).count();
        XmlWriter.write(out, "testsuites", xml -> {
            xml.attribute("name", "transport-advisor lint");
            count(report.findings(), report.suppressed().size(), clean).write(xml);
            for (Suite suite : suites) {
                write(suite, new JUnitWriter(xml));
            }
        });
    }

    private record Suite(String path, List<Diagnostic> findings, List<SuppressedDiagnostic> suppressed) {

        boolean isClean() {
            return findings.isEmpty() && suppressed.isEmpty();
        }
    }

    private static List<Suite> suites(DiagnosticReport report) {
        Map<String, List<Diagnostic>> findings =
                report.findings().stream().collect(Collectors.groupingBy(JUnitDiagnosticFormatter::path));
        Map<String, List<SuppressedDiagnostic>> suppressed =
                report.suppressed().stream().collect(Collectors.groupingBy(hidden -> path(hidden.finding())));
        SortedSet<String> paths = new TreeSet<>(report.files());
        paths.addAll(findings.keySet());
        return paths.stream()
                .map(path -> new Suite(
                        path, findings.getOrDefault(path, List.of()), suppressed.getOrDefault(path, List.of())))
                .toList();
    }

    private void write(Suite suite, JUnitWriter out) throws XMLStreamException {
        String path = suite.path();
        out.suite(path, count(suite.findings(), suite.suppressed().size(), suite.isClean() ? 1 : 0), xml -> {
            for (Diagnostic finding : suite.findings()) {
                testCase(out, path, name(finding), testCase -> verdict(out, finding));
            }
            for (SuppressedDiagnostic hidden : suite.suppressed()) {
                testCase(out, path, name(hidden.finding()), testCase -> out.skipped(hidden.justification()));
            }
            if (suite.isClean()) {
                testCase(out, path, "no findings", testCase -> { });
            }
        });
    }

    private JUnitWriter.Count count(List<Diagnostic> findings, long skipped, long clean) {
        long failures = findings.stream().filter(this::fails).count();
        return new JUnitWriter.Count(findings.size() + skipped + clean, failures, skipped);
    }

    private boolean fails(Diagnostic finding) {
        return finding.severity().compareTo(threshold) >= 0;
    }

    private static void testCase(JUnitWriter out, String path, String name, XmlWriter.Content verdict)
            throws XMLStreamException {
        out.testCase(path, name, testCase -> {
            testCase.attribute("file", path);
            verdict.write(testCase);
        });
    }

    private void verdict(JUnitWriter out, Diagnostic finding) throws XMLStreamException {
        String severity = finding.severity().word();
        String text = finding.location() + " " + severity + " " + finding.sentences() + "\n" + finding.remedy();
        if (fails(finding)) {
            out.failure(severity, finding.sentences(), text);
        } else {
            out.output(text);
        }
    }

    private static String path(Diagnostic finding) {
        return finding.location().path();
    }

    private static String name(Diagnostic finding) {
        return finding.rule().id() + " at " + finding.location().span().start().line() + ":"
                + finding.location().span().start().column();
    }
}
