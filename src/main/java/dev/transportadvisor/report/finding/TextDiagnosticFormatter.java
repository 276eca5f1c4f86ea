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
import java.util.List;
import java.util.stream.Stream;

/** Findings for a person: place, message, source line with a caret, remedy; and a summary line. */
public final class TextDiagnosticFormatter implements DiagnosticFormatter {

    /** Fewer take less time than it takes to start other threads. */
    private static final int MANY = 1_000;

    private final Style style;

    public TextDiagnosticFormatter(Style style) {
        this.style = style;
    }

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        List<Diagnostic> findings = report.findings();
        for (int start = 0; start < findings.size(); start += MANY) {
            for (String text : formatted(findings.subList(start, Math.min(start + MANY, findings.size())))) {
                out.write(text);
            }
        }
        for (SuppressedDiagnostic suppressed : report.suppressed()) {
            out.write(format(suppressed));
        }
        out.write(FindingCount.of(findings) + " in "
                + FindingCount.plural(report.files().size(), "file") + "\n");
    }

    private List<String> formatted(List<Diagnostic> findings) {
        Stream<Diagnostic> stream = findings.size() == MANY ? findings.parallelStream() : findings.stream();
        return stream.map(this::format).toList();
    }

    /** One finding without the summary. */
    public String format(Diagnostic finding) {
        return head(finding, severity(finding.severity()))
                + new Excerpt(style).format(finding.location())
                + Paragraph.indented("        ", finding.rule().remedy());
    }

    private String format(SuppressedDiagnostic suppressed) {
        return head(suppressed.finding(), style.faint("suppressed"))
                + Paragraph.indented("        ", Quoted.visible(suppressed.justification()));
    }

    private static String head(Diagnostic finding, String level) {
        return Quoted.visible(finding.location().toString()) + " " + level + " " + Quoted.visible(finding.message())
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
