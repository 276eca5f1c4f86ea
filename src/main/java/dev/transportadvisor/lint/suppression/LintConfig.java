package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project has decided about the rules.
 *
 * @param severities by a rule's id, for all its findings; nothing where the rule is switched off
 */
public record LintConfig(Map<String, Optional<Severity>> severities, List<Suppression> suppressions) {

    public static final LintConfig NONE = new LintConfig(Map.of(), List.of());

    public LintConfig {
        severities = Map.copyOf(severities);
        suppressions = List.copyOf(suppressions);
    }

    /** The finding as severe as the project wants it; nothing if its rule is switched off. */
    Optional<Diagnostic> adjusted(Diagnostic finding) {
        Optional<Severity> severity = severities.get(finding.rule().id());
        return severity == null ? Optional.of(finding) : severity.map(finding::withSeverity);
    }
}
