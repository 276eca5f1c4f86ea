package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.report.format.JsonWriter;
import dev.transportadvisor.source.Position;
import java.io.IOException;
import java.io.Writer;

/** Findings for programs; fields may be added, none is ever renamed. */
public final class JsonDiagnosticFormatter implements DiagnosticFormatter {

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        JsonWriter.write(out, json -> {
            json.number("schema", 1);
            json.list("findings", report.findings(), finding -> finding(json, finding));
            if (!report.suppressed().isEmpty()) {
                json.list("suppressed", report.suppressed(), suppressed -> {
                    finding(json, suppressed.finding());
                    json.text("justification", suppressed.justification());
                });
            }
            json.object("summary", () -> summary(json, report));
        });
    }

    private static void finding(JsonWriter json, Diagnostic finding) {
        Position start = finding.location().span().start();
        json.text("file", finding.location().path());
        json.number("line", start.line());
        json.number("column", start.column());
        json.text("pointer", finding.pointer());
        json.text("rule", finding.rule().id());
        json.text("severity", finding.severity().word());
        json.text("message", finding.sentences());
        json.text("remedy", finding.remedy());
        if (finding.count() > 1) {
            json.number("count", finding.count());
        }
    }

    private static void summary(JsonWriter json, DiagnosticReport report) {
        FindingCount count = FindingCount.of(report.findings());
        json.number("files", report.files().size());
        json.number("errors", count.errors());
        json.number("warnings", count.warnings());
        json.number("notes", count.notes());
    }
}
