package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.source.Span;
import dev.transportadvisor.source.TextEdit;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Findings in SARIF 2.1.0, the Static Analysis Results Interchange Format.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">The specification</a>
 */
public final class SarifDiagnosticFormatter implements DiagnosticFormatter {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final String version;

    /** @param version this program's */
    public SarifDiagnosticFormatter(String version) {
        this.version = version;
    }

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        Json.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeName("runs");
            json.writeStartArray();
            new Run(json, report).write();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private final class Run {

        private final JsonGenerator json;
        private final DiagnosticReport report;
        private final Fingerprint fingerprint = new Fingerprint();
        private final List<String> ids;

        Run(JsonGenerator json, DiagnosticReport report) {
            this.json = json;
            this.report = report;
            this.ids = report.rules().stream().map(RuleDescriptor::id).toList();
        }

        void write() {
            json.writeStartObject();
            object("tool", () -> object("driver", this::driver));
            json.writeStringProperty("columnKind", "unicodeCodePoints");
            json.writeName("results");
            json.writeStartArray();
            report.findings().forEach(finding -> result(finding, Optional.empty()));
            report.suppressed().forEach(hidden -> result(hidden.finding(), Optional.of(hidden)));
            json.writeEndArray();
            json.writeEndObject();
        }

        private void driver() {
            json.writeStringProperty("name", "Transport Advisor");
            json.writeStringProperty("version", version);
            json.writeName("rules");
            json.writeStartArray();
            report.rules().forEach(rule -> SarifRule.write(json, rule));
            json.writeEndArray();
        }

        private void result(Diagnostic finding, Optional<SuppressedDiagnostic> hidden) {
            json.writeStartObject();
            json.writeStringProperty("ruleId", finding.rule().id());
            json.writeNumberProperty("ruleIndex", ids.indexOf(finding.rule().id()));
            json.writeStringProperty("level", finding.severity().word());
            text("message", finding.message());
            array("locations", () -> object("physicalLocation", () -> {
                artifact(finding);
                region("region", finding.location().span());
            }));
            object("partialFingerprints", () -> json.writeStringProperty("findingId/v1", fingerprint.of(finding)));
            finding.fix().ifPresent(fix -> fix(finding, fix));
            hidden.ifPresent(suppressed -> array("suppressions", () -> {
                json.writeStringProperty("kind", suppressed.kind().word());
                json.writeStringProperty("justification", suppressed.justification());
            }));
            object("properties", () -> json.writeStringProperty("pointer", finding.pointer()));
            json.writeEndObject();
        }

        private void fix(Diagnostic finding, Fix fix) {
            array("fixes", () -> {
                text("description", fix.description());
                array("artifactChanges", () -> {
                    artifact(finding);
                    json.writeName("replacements");
                    json.writeStartArray();
                    fix.edits().forEach(this::replacement);
                    json.writeEndArray();
                });
            });
        }

        private void replacement(TextEdit edit) {
            json.writeStartObject();
            region("deletedRegion", edit.span());
            text("insertedContent", edit.replacement());
            json.writeEndObject();
        }

        private void artifact(Diagnostic finding) {
            object(
                    "artifactLocation",
                    () -> json.writeStringProperty("uri", uri(finding.location().path())));
        }

        private void region(String name, Span span) {
            object(name, () -> {
                json.writeNumberProperty("startLine", span.start().line());
                json.writeNumberProperty("startColumn", span.start().column());
                json.writeNumberProperty("endLine", span.end().line());
                json.writeNumberProperty("endColumn", span.end().column());
            });
        }

        private void text(String name, String text) {
            object(name, () -> json.writeStringProperty("text", text));
        }

        private void object(String name, Runnable content) {
            json.writeName(name);
            json.writeStartObject();
            content.run();
            json.writeEndObject();
        }

        /** A list with one object. */
        private void array(String name, Runnable content) {
            json.writeName(name);
            json.writeStartArray();
            json.writeStartObject();
            content.run();
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    /** A reference (RFC 3986) that is as relative as the path. */
    static String uri(String path) {
        boolean isAbsolute = path.startsWith("/");
        try {
            String encoded = new URI(null, null, isAbsolute ? path : "/" + path, null).toASCIIString();
            boolean looksLikeScheme = path.split("/", 2)[0].contains(":");
            return isAbsolute ? "file://" + encoded : (looksLikeScheme ? "./" : "") + encoded.substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A path with a slash in front is a legal part of a URI", e);
        }
    }
}
