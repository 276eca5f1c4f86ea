package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.source.Position;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Findings for programs; fields may be added, none is ever renamed. */
public final class JsonDiagnosticFormatter implements DiagnosticFormatter {

    @Override
    public String format(List<Diagnostic> findings, int files) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", 1);
            json.writeName("findings");
            json.writeStartArray();
            findings.forEach(finding -> write(json, finding));
            json.writeEndArray();
            summary(json, FindingCount.of(findings), files);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Diagnostic finding) {
        Position start = finding.location().span().start();
        json.writeStartObject();
        json.writeStringProperty("file", finding.location().file().path());
        json.writeNumberProperty("line", start.line());
        json.writeNumberProperty("column", start.column());
        json.writeStringProperty("pointer", finding.pointer());
        json.writeStringProperty("rule", finding.rule().id());
        json.writeStringProperty("severity", finding.severity().word());
        json.writeStringProperty("message", finding.message());
        json.writeStringProperty("remedy", finding.rule().remedy());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, FindingCount count, int files) {
        json.writeName("summary");
        json.writeStartObject();
        json.writeNumberProperty("files", files);
        json.writeNumberProperty("errors", count.errors());
        json.writeNumberProperty("warnings", count.warnings());
        json.writeNumberProperty("notes", count.notes());
        json.writeEndObject();
    }
}
