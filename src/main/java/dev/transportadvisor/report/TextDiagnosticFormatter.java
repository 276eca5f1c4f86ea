package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings for a person: place, message, source line with a caret, remedy; and a summary line. */
public final class TextDiagnosticFormatter implements DiagnosticFormatter {

    /** So few take less time than it takes to start other threads. */
    private static final int FEW = 1_000;

    private final Style style;

    public TextDiagnosticFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String format(DiagnosticReport report) {
        return inParallelIfMany(report.findings()).map(this::format).collect(Collectors.joining())
                + report.suppressed().stream().map(this::format).collect(Collectors.joining())
                + FindingCount.of(report.findings()) + " in " + FindingCount.plural(report.files().size(), "file")
                + "\n";
    }

    private static Stream<Diagnostic> inParallelIfMany(List<Diagnostic> findings) {
        return findings.size() > FEW ? findings.parallelStream() : findings.stream();
    }

    /** One finding without the summary. */
    String format(Diagnostic finding) {
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
