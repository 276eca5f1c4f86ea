package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.Span;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/**
 * Findings as a report for GitLab's Code Quality.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">Report format</a>
 */
public final class GitLabDiagnosticFormatter implements DiagnosticFormatter {

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        Json.write(out, json -> {
            json.writeStartArray();
            report.findings().forEach(finding -> write(json, finding, fingerprint.of(finding)));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Diagnostic finding, String fingerprint) {
        Span span = finding.location().span();
        json.writeStartObject();
        json.writeStringProperty(
                "description", finding.message() + " " + finding.rule().remedy());
        json.writeStringProperty("check_name", finding.rule().id());
        json.writeStringProperty("fingerprint", fingerprint);
        json.writeStringProperty("severity", severity(finding.severity()));
        json.writeName("location");
        json.writeStartObject();
        json.writeStringProperty("path", finding.location().path());
        json.writeName("lines");
        json.writeStartObject();
        json.writeNumberProperty("begin", span.start().line());
        json.writeNumberProperty("end", span.end().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }
}
