package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.source.Position;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** Findings for programs; fields may be added, none is ever renamed. */
public final class JsonDiagnosticFormatter implements DiagnosticFormatter {

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        Json.write(out, json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", 1);
            json.writeName("findings");
            json.writeStartArray();
            report.findings().forEach(finding -> write(json, finding));
            json.writeEndArray();
            if (!report.suppressed().isEmpty()) {
                json.writeName("suppressed");
                json.writeStartArray();
                report.suppressed().forEach(suppressed -> write(json, suppressed));
                json.writeEndArray();
            }
            summary(json, report);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Diagnostic finding) {
        json.writeStartObject();
        properties(json, finding);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SuppressedDiagnostic suppressed) {
        json.writeStartObject();
        properties(json, suppressed.finding());
        json.writeStringProperty("justification", suppressed.justification());
        json.writeEndObject();
    }

    private static void properties(JsonGenerator json, Diagnostic finding) {
        Position start = finding.location().span().start();
        json.writeStringProperty("file", finding.location().path());
        json.writeNumberProperty("line", start.line());
        json.writeNumberProperty("column", start.column());
        json.writeStringProperty("pointer", finding.pointer());
        json.writeStringProperty("rule", finding.rule().id());
        json.writeStringProperty("severity", finding.severity().word());
        json.writeStringProperty("message", finding.message());
        json.writeStringProperty("remedy", finding.rule().remedy());
    }

    private static void summary(JsonGenerator json, DiagnosticReport report) {
        FindingCount count = FindingCount.of(report.findings());
        json.writeName("summary");
        json.writeStartObject();
        json.writeNumberProperty("files", report.files().size());
        json.writeNumberProperty("errors", count.errors());
        json.writeNumberProperty("warnings", count.warnings());
        json.writeNumberProperty("notes", count.notes());
        json.writeEndObject();
    }
}
