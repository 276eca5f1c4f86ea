package dev.transportadvisor.diagnostic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The findings of one rule in one file, of which so many are listed and the rest is counted. */
public final class ListedDiagnostics {

    /**
     * Nobody mends more at a time, and what is beyond shows when these are gone. No public manifest that was looked at
     * comes near it.
     */
    public static final int MOST = 1_000;

    private final List<Diagnostic> listed = new ArrayList<>();
    private final Map<Severity, Diagnostic> beyond = new EnumMap<>(Severity.class);

    private ListedDiagnostics() {}

    /** The first, and one more for each severity that stands for all that are beyond; no more is kept in memory. */
    public static List<Diagnostic> of(Stream<Diagnostic> findings) {
        ListedDiagnostics some = new ListedDiagnostics();
        findings.forEachOrdered(some::add);
        return Stream.concat(some.listed.stream(), some.beyond.values().stream()).toList();
    }

    private void add(Diagnostic finding) {
        if (listed.size() < MOST) {
            listed.add(finding);
        } else {
            beyond.merge(
                    finding.severity(),
                    finding,
                    (first, next) -> first.standingFor(first.count() + next.count()));
        }
    }
}
