package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import dev.transportadvisor.source.TextEdit;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A report with everything that a format has to cope with. */
final class Findings {

    static final RuleDescriptor LOUD = new RuleDescriptor(
            "loud-name",
            Severity.WARNING,
            "A name shouts.",
            "Slack shows names as they are, and `<b>` is no markup there.",
            "Write it in lower case.",
            "https://docs.example.org/names#case; acme/names src/Case.java");

    static final RuleDescriptor TWO_LINES =
            new RuleDescriptor("two-lines", Severity.ERROR, "A value takes two lines.", "Write it on one line.");

    static final RuleDescriptor UNUSED_RULE =
            new RuleDescriptor("quiet", Severity.NOTE, "Nothing is ever wrong with it.", "Do nothing.");

    /** With a character outside the Basic Multilingual Plane in front of a finding. */
    static final SourceFile BOT = new SourceFile("bots/a b,c%.yaml", "name: 😀 BOT # \u001b[31m]]>\nabout: >\n  one\n");

    static final SourceFile CLEAN = new SourceFile("bots/clean.yaml", "name: bot\n");

    private Findings() {}

    static DiagnosticReport report() {
        return new DiagnosticReport(
                List.of(BOT.path(), CLEAN.path()),
                List.of(
                        loud(),
                        twoLines(),
                        new Diagnostic(LOUD, "The same place, again.", BOT.location(span(8, 11)), "/name")),
                List.of(new SuppressedDiagnostic(
                        loud().withSeverity(Severity.NOTE),
                        SuppressedDiagnostic.Kind.IN_SOURCE,
                        "It is \"meant\" & wanted")),
                List.of(LOUD, UNUSED_RULE, TWO_LINES));
    }

    static String text(DiagnosticFormatter formatter, DiagnosticReport report) {
        StringWriter text = new StringWriter();
        try {
            formatter.write(report, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Diagnostic loud() {
        Span name = span(8, 11);
        return new Diagnostic(
                LOUD,
                Severity.WARNING,
                "`BOT` shouts: 100 %,\u0007 \uFFFE really <loud>.",
                BOT.location(name).place(),
                "/name",
                () -> Optional.of(new Fix("Write `bot`", List.of(new TextEdit(name, "bot")))));
    }

    private static Diagnostic twoLines() {
        int start = BOT.text().indexOf(">\n");
        return new Diagnostic(
                TWO_LINES, "Two lines.", BOT.location(span(start, BOT.text().length())), "/about");
    }

    private static Span span(int start, int end) {
        return new Span(BOT.position(start), BOT.position(end));
    }
}
