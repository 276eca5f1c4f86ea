package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.report.DiagnosticFormatter;
import dev.transportadvisor.report.GitHubDiagnosticFormatter;
import dev.transportadvisor.report.GitLabDiagnosticFormatter;
import dev.transportadvisor.report.JUnitDiagnosticFormatter;
import dev.transportadvisor.report.JsonDiagnosticFormatter;
import dev.transportadvisor.report.SarifDiagnosticFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextDiagnosticFormatter;

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
