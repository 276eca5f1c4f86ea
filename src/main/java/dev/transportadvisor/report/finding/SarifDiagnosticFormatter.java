package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.report.format.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        Fingerprint fingerprint = new Fingerprint();
        JsonWriter.write(out, json -> {
            json.text("$schema", SCHEMA);
            json.text("version", "2.1.0");
            json.list("runs", List.of(report), run -> {
                json.object("tool", () -> json.object("driver", () -> driver(json, run)));
                json.text("columnKind", "unicodeCodePoints");
                json.list("results", results(run), result -> result.write(json, fingerprint));
            });
        });
    }

    private void driver(JsonWriter json, DiagnosticReport report) {
        json.text("name", "Transport Advisor");
        json.text("version", version);
        json.list("rules", report.rules(), rule -> SarifRule.write(json, rule));
    }

    private static List<SarifResult> results(DiagnosticReport report) {
        List<String> ids = report.rules().stream().map(RuleDescriptor::id).toList();
        return Stream.concat(
                        report.findings().stream().map(finding -> new SarifResult(finding, Optional.empty(), ids)),
                        report.suppressed().stream()
                                .map(hidden -> new SarifResult(hidden.finding(), Optional.of(hidden), ids)))
                .toList();
    }
}
