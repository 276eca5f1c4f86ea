package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Span;
import java.io.IOException;
import java.io.Writer;

/**
 * Findings as workflow commands, from which GitHub makes annotations.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
public final class GitHubDiagnosticFormatter implements DiagnosticFormatter {

    @Override
    public void write(DiagnosticReport report, Writer out) throws IOException {
        for (Diagnostic finding : report.findings()) {
            out.write(command(finding));
        }
    }

    /** The message begins with the place because GitHub's log leaves the properties out. */
    private static String command(Diagnostic finding) {
        Span span = finding.location().span();
        String message = finding.location() + " " + finding.sentences() + "\n" + finding.remedy();
        return "::" + name(finding.severity()) + " file="
                + property(finding.location().path()) + ",line="
                + span.start().line() + ",endLine=" + span.end().line() + columns(span) + ",title="
                + property(finding.rule().id()) + "::" + data(message) + "\n";
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** GitHub shows columns only for what begins and ends on one line. */
    private static String columns(Span span) {
        Position start = span.start();
        Position end = span.end();
        return start.line() == end.line() ? ",col=" + start.column() + ",endColumn=" + end.column() : "";
    }

    /** The part behind the second pair of colons, as the runner unescapes it. */
    static String data(String text) {
        return Quoted.visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }

    /** The value of a property, as the runner unescapes it. */
    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
