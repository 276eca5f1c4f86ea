package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Findings as the results of tests: a suite for each file, a case for each finding; a file without any has one case
 * that passes. A case fails when its finding counts for the status of the program, so that both say the same.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">The elements that readers of this format agree on</a>
 */
public final class JUnitDiagnosticFormatter implements DiagnosticFormatter {

    private final Severity threshold;

    /** @param threshold the mildest severity that counts */
    public JUnitDiagnosticFormatter(Severity threshold) {
        this.threshold = threshold;
    }

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        Xml.write(out, xml -> new Document(xml).write(report));
    }

    private final class Document {

        private final Xml xml;

        Document(Xml xml) {
            this.xml = xml;
        }

        void write(DiagnosticReport report) throws XMLStreamException {
            Map<String, List<Diagnostic>> findings =
                    report.findings().stream().collect(Collectors.groupingBy(Document::path));
            Map<String, List<SuppressedDiagnostic>> suppressed =
                    report.suppressed().stream().collect(Collectors.groupingBy(hidden -> path(hidden.finding())));
            SortedSet<String> paths = new TreeSet<>(report.files());
            paths.addAll(findings.keySet());
            int clean = (int) paths.stream()
                    .filter(path -> !findings.containsKey(path) && !suppressed.containsKey(path))
                    .count();
            xml.declaration();
            xml.start("testsuites");
            xml.attribute("name", "transport-advisor lint");
            counts(report.findings(), report.suppressed().size(), clean);
            for (String path : paths) {
                suite(path, findings.getOrDefault(path, List.of()), suppressed.getOrDefault(path, List.of()));
            }
            xml.end();
        }

        private void suite(String path, List<Diagnostic> findings, List<SuppressedDiagnostic> suppressed)
                throws XMLStreamException {
            boolean isClean = findings.isEmpty() && suppressed.isEmpty();
            xml.start("testsuite");
            xml.attribute("name", path);
            counts(findings, suppressed.size(), isClean ? 1 : 0);
            for (Diagnostic finding : findings) {
                found(finding);
            }
            for (SuppressedDiagnostic hidden : suppressed) {
                testCase(path, name(hidden.finding()));
                xml.start("skipped");
                xml.attribute("message", hidden.justification());
                xml.end();
                xml.end();
            }
            if (isClean) {
                testCase(path, "no findings");
                xml.end();
            }
            xml.end();
        }

        private void counts(List<Diagnostic> findings, int skipped, int clean) throws XMLStreamException {
            long failures = findings.stream().filter(this::counts).count();
            xml.attribute("tests", String.valueOf(findings.size() + skipped + clean));
            xml.attribute("failures", String.valueOf(failures));
            xml.attribute("errors", "0");
            xml.attribute("skipped", String.valueOf(skipped));
        }

        private boolean counts(Diagnostic finding) {
            return finding.severity().compareTo(threshold) >= 0;
        }

        private void found(Diagnostic finding) throws XMLStreamException {
            testCase(path(finding), name(finding));
            String text = finding.location() + " " + finding.severity().word() + " " + finding.message() + "\n"
                    + finding.rule().remedy();
            if (counts(finding)) {
                xml.start("failure");
                xml.attribute("type", finding.severity().word());
                xml.attribute("message", finding.message());
            } else {
                xml.start("system-out");
            }
            xml.text(text);
            xml.end();
            xml.end();
        }

        private void testCase(String path, String name) throws XMLStreamException {
            xml.start("testcase");
            xml.attribute("classname", path);
            xml.attribute("name", name);
            xml.attribute("file", path);
        }

        private static String path(Diagnostic finding) {
            return finding.location().path();
        }

        private static String name(Diagnostic finding) {
            return finding.rule().id() + " at " + finding.location().span().start().line() + ":"
                    + finding.location().span().start().column();
        }
    }
}
