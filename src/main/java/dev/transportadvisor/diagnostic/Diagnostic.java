package dev.transportadvisor.diagnostic;

import dev.transportadvisor.source.Location;
import java.util.Comparator;

/**
 * One finding.
 *
 * @param pointer JSON Pointer (RFC 6901) to the value in question
 */
public record Diagnostic(RuleDescriptor rule, String message, Location location, String pointer) {

    /** By file, then position, then rule: the order of every report. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic finding) -> finding.location.file().path())
            .thenComparing(finding -> finding.location.span().start())
            .thenComparing(finding -> finding.rule.id())
            .thenComparing(Diagnostic::message);
}
