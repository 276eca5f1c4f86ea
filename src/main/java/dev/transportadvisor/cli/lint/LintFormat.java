package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.report.finding.DiagnosticFormatter;
import dev.transportadvisor.report.finding.GitHubDiagnosticFormatter;
import dev.transportadvisor.report.finding.GitLabDiagnosticFormatter;
import dev.transportadvisor.report.finding.JUnitDiagnosticFormatter;
import dev.transportadvisor.report.finding.JsonDiagnosticFormatter;
import dev.transportadvisor.report.finding.SarifDiagnosticFormatter;
import dev.transportadvisor.report.finding.TextDiagnosticFormatter;
import dev.transportadvisor.report.format.Style;

/** The formats in which {@code lint} reports. */
public enum LintFormat {
    TEXT,
    JSON,
    SARIF,
    GITHUB,
    JUNIT,
    GITLAB;

    /** What a report shows of a finding; to keep more of many files would take much memory. */
    Diagnostic shown(Diagnostic finding) {
        return this == SARIF ? finding.withFoundFix() : finding.withoutFix();
    }

    /** @param threshold the mildest severity that counts for the exit code */
    DiagnosticFormatter formatter(Style style, Severity threshold) {
        return switch (this) {
            case TEXT -> new TextDiagnosticFormatter(style);
            case JSON -> new JsonDiagnosticFormatter();
            case SARIF -> new SarifDiagnosticFormatter(Program.version());
            case GITHUB -> new GitHubDiagnosticFormatter();
            case JUNIT -> new JUnitDiagnosticFormatter(threshold);
            case GITLAB -> new GitLabDiagnosticFormatter();
        };
    }
}
