package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.report.format.JsonWriter;
import dev.transportadvisor.source.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * A finding as SARIF's result.
 *
 * @param hidden what suppresses it
 * @param ruleIds the rules of the run, in its order
 */
record SarifResult(Diagnostic finding, Optional<SuppressedDiagnostic> hidden, List<String> ruleIds) {

    void write(JsonWriter json, Fingerprint fingerprint) {
        json.text("ruleId", finding.rule().id());
        json.number("ruleIndex", ruleIds.indexOf(finding.rule().id()));
        json.text("level", finding.severity().word());
        if (finding.count() > 1) {
            json.number("occurrenceCount", finding.count());
        }
        message(json, "message", finding.sentences() + finding.advice().map(order -> " " + order).orElse(""));
        json.list("locations", List.of(finding.location().span()), span -> json.object("physicalLocation", () -> {
            artifact(json);
            region(json, "region", span);
        }));
        json.object("partialFingerprints", () -> json.text("findingId/v1", fingerprint.of(finding)));
        finding.fix().ifPresent(fix -> json.list("fixes", List.of(fix), it -> fix(json, it)));
        hidden.ifPresent(suppressed -> json.list("suppressions", List.of(suppressed), it -> {
            json.text("kind", it.kind().word());
            json.text("justification", it.justification());
        }));
        json.object("properties", () -> json.text("pointer", finding.pointer()));
    }

    private void fix(JsonWriter json, Fix fix) {
        message(json, "description", fix.description());
        json.list("artifactChanges", List.of(fix.edits()), edits -> {
            artifact(json);
            json.list("replacements", edits, edit -> {
                region(json, "deletedRegion", edit.span());
                message(json, "insertedContent", edit.replacement());
            });
        });
    }

    private void artifact(JsonWriter json) {
        json.object("artifactLocation", () -> json.text("uri", uri(finding.location().path())));
    }

    private static void region(JsonWriter json, String name, Span span) {
        json.object(name, () -> {
            json.number("startLine", span.start().line());
            json.number("startColumn", span.start().column());
            json.number("endLine", span.end().line());
            json.number("endColumn", span.end().column());
        });
    }

    private static void message(JsonWriter json, String name, String text) {
        json.object(name, () -> json.text("text", text));
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
