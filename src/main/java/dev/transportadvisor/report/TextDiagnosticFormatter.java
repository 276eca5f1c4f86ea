package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** Findings for a person: place, message, source line with a caret, remedy; and a summary line. */
public final class TextDiagnosticFormatter implements DiagnosticFormatter {

    private final Style style;

    public TextDiagnosticFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String format(List<Diagnostic> findings, int files) {
        return findings.stream().map(this::format).collect(Collectors.joining()) + FindingCount.of(findings) + " in "
                + files + (files == 1 ? " file" : " files") + "\n";
    }

    private String format(Diagnostic finding) {
        return Quoted.visible(finding.location().toString()) + " "
                + severity(finding.severity()) + " "
                + Quoted.visible(finding.message()) + " [" + finding.rule().id() + "]\n"
                + new Excerpt(style).format(finding.location())
                + Paragraph.indented("        ", finding.rule().remedy());
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> style.error(severity.word());
            case WARNING -> style.warning(severity.word());
            case NOTE -> severity.word();
        };
    }
}
