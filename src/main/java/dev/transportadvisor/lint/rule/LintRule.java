package dev.transportadvisor.lint.rule;

import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.lint.check.Check;
import dev.transportadvisor.source.Location;

/**
 * A rule about manifests.
 *
 * @param bad an example that breaks just this rule
 * @param good an example that breaks none
 * @param location where the rule is written down
 */
public record LintRule(RuleDescriptor descriptor, Check check, Example bad, Example good, Location location) {

    public String id() {
        return descriptor.id();
    }
}
