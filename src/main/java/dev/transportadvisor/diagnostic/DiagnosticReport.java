package dev.transportadvisor.diagnostic;

import java.util.List;

/**
 * What a check of several files found.
 *
 * @param files the paths of all files that were checked, sorted, those without findings included
 * @param findings in their {@link Diagnostic#ORDER}
 * @param suppressed what is not to be acted upon, in the order of its findings
 * @param rules all rules that were checked, sorted by id
 */
public record DiagnosticReport(
        List<String> files,
        List<Diagnostic> findings,
        List<SuppressedDiagnostic> suppressed,
        List<RuleDescriptor> rules) {

    public DiagnosticReport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        rules = List.copyOf(rules);
    }
}
