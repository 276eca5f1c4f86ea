package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import java.util.List;

/** How many findings there are of each severity. */
record FindingCount(long errors, long warnings, long notes) {

    static FindingCount of(List<Diagnostic> findings) {
        return new FindingCount(
                count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.NOTE));
    }

    private static long count(List<Diagnostic> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .mapToLong(Diagnostic::count)
                .sum();
    }

    @Override
    public String toString() {
        return plural(errors, "error") + ", " + plural(warnings, "warning") + ", " + plural(notes, "note");
    }

    /** A number of things, such as {@code 1 file} and {@code 2 files}. */
    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
