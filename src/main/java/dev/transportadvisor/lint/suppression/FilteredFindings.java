package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is left of the findings of one file.
 *
 * @param findings as severe as the project wants them, without what is suppressed
 * @param housekeeping what is wrong with the suppressions that stand in the file
 * @param about the suppressions of the configuration that are about this file
 * @param used those of them that hid something
 */
public record FilteredFindings(
        List<Diagnostic> findings,
        List<SuppressedDiagnostic> suppressed,
        List<Diagnostic> housekeeping,
        Set<Suppression> about,
        Set<Suppression> used) {

    /** The same with other findings in the place of those about the manifest. */
    public FilteredFindings withEach(UnaryOperator<Diagnostic> change) {
        return new FilteredFindings(
                findings.stream().map(change).toList(),
                suppressed.stream()
                        .map(hidden -> new SuppressedDiagnostic(
                                change.apply(hidden.finding()), hidden.kind(), hidden.justification()))
                        .toList(),
                housekeeping,
                about,
                used);
    }
}
