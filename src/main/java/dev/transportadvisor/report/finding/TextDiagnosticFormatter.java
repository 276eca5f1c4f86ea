package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.report.format.Excerpt;
import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.io.Writer;

/** Findings for a person: place, message, source line with a caret, remedy; and a summary line. */
public final class TextDiagnosticFormatter implements DiagnosticFormatter {

    private final Style style;

    public TextDiagnosticFormatter(Style style) {
        this.style = style;
    }

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        for (Diagnostic finding : report.findings()) {
            out.write(format(finding));
        }
        for (SuppressedDiagnostic suppressed : report.suppressed()) {
            out.write(format(suppressed));
        }
        out.write(summary(report) + "\n");
    }

    private static String summary(DiagnosticReport report) {
        return report.files().isEmpty() && report.findings().isEmpty()
                ? "No file was checked."
                : FindingCount.of(report.findings()) + " in "
                        + FindingCount.plural(report.files().size(), "file");
    }

    /** One finding without the summary. */
    public String format(Diagnostic finding) {
        return head(finding, severity(finding.severity()))
                + new Excerpt(style).format(finding.location())
                + Paragraph.indented("        ", finding.remedy());
    }

    private String format(SuppressedDiagnostic suppressed) {
        return head(suppressed.finding(), style.faint("suppressed"))
                + Paragraph.indented("        ", Quoted.visible(suppressed.justification()));
    }

    private static String head(Diagnostic finding, String level) {
        return Quoted.visible(finding.location().toString()) + " " + level + " " + Quoted.visible(finding.sentences())
                + " [" + finding.rule().id() + "]\n";
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> style.error(severity.word());
            case WARNING -> style.warning(severity.word());
            case NOTE -> severity.word();
        };
    }
}
