package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.report.format.JsonWriter;
import dev.transportadvisor.source.Place;
import java.io.IOException;
import java.io.Writer;

/**
 * Findings as a report for GitLab's Code Quality.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">Report format</a>
 */
public final class GitLabDiagnosticFormatter implements DiagnosticFormatter {

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        JsonWriter.writeList(out, report.findings(), (json, finding) -> {
            json.text("description", finding.sentences() + " " + finding.remedy());
            json.text("check_name", finding.rule().id());
            json.text("fingerprint", fingerprint.of(finding));
            json.text("severity", severity(finding.severity()));
            json.object("location", () -> location(json, finding.location()));
        });
    }

    private static void location(JsonWriter json, Place place) {
        json.text("path", place.path());
        json.object("lines", () -> {
            json.number("begin", place.span().start().line());
            json.number("end", place.span().end().line());
        });
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }
}
