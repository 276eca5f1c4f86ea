package dev.transportadvisor.lint.rule;

import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.lint.check.CheckReader;
import dev.transportadvisor.lint.check.Facts;
import dev.transportadvisor.lint.check.LookalikeCheck;
import dev.transportadvisor.lint.check.ShapeCheck;
import dev.transportadvisor.lint.check.SuppressionCheck;
import dev.transportadvisor.lint.check.SyntaxCheck;
import dev.transportadvisor.lint.shape.ShapeFault;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules about manifests.
 *
 * @param rules sorted by id
 * @param syntax the rule for files that cannot be read at all
 * @param facts what the rules lean on
 */
public record RuleCatalog(List<LintRule> rules, LintRule syntax, Facts facts) {

    private static final Set<ShapeFault.Kind> FIT =
            Set.of(ShapeFault.Kind.UNKNOWN_KEY, ShapeFault.Kind.MISPLACED_KEY, ShapeFault.Kind.WRONG_TYPE);

    /** @throws InputException if a file is no rule, or if none is about syntax */
    public static RuleCatalog read(List<SourceFile> files, Facts facts) {
        LintRuleReader reader = new LintRuleReader(new CheckReader(facts));
        List<LintRule> rules = files.stream()
                .map(reader::read)
                .sorted(Comparator.comparing(LintRule::id))
                .toList();
        LintRule syntax = rules.stream()
                .filter(rule -> rule.check() == SyntaxCheck.INSTANCE)
                .findFirst()
                .orElseThrow(() -> new InputException("No rule has a check of the kind `syntax`."));
        return new RuleCatalog(rules, syntax, facts);
    }

    /** What is known about the rule with this id. */
    public Optional<RuleDescriptor> descriptor(String id) {
        return descriptors().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What is known about each rule, sorted by id. */
    public List<RuleDescriptor> descriptors() {
        return rules.stream().map(LintRule::descriptor).toList();
    }

    /** Whether a rule is about keys and values that are not of the kind that belongs in their place. */
    public boolean isAboutFit(RuleDescriptor rule) {
        return rules.stream()
                .filter(known -> known.descriptor().equals(rule))
                .anyMatch(known -> known.check() instanceof ShapeCheck shape && FIT.contains(shape.fault()));
    }

    /** The rule for what only looks like a manifest; without it, such a text is one that cannot be read. */
    public RuleDescriptor lookalike() {
        return rules.stream()
                .filter(rule -> rule.check() == LookalikeCheck.INSTANCE)
                .findFirst()
                .orElse(syntax)
                .descriptor();
    }

    /** Whether a rule is about texts that are no manifest at all: broken ones, and those of the wrong shape. */
    public boolean isAboutShape(RuleDescriptor rule) {
        return rules.stream()
                .filter(known -> known.descriptor().equals(rule))
                .anyMatch(known -> known.check() instanceof ShapeCheck
                        || known.check() == SyntaxCheck.INSTANCE
                        || known.check() == LookalikeCheck.INSTANCE);
    }

    /** A sentence for an id that no rule has. */
    public String unknown(String id) {
        List<String> known = descriptors().stream().map(RuleDescriptor::id).toList();
        return "There is no rule " + Quoted.of(id) + "." + Suggestion.question(id, known);
    }

    /** The rule about suppressions that reports a problem; there is one of each. */
    public RuleDescriptor descriptor(SuppressionCheck problem) {
        return rules.stream()
                .filter(rule -> rule.check() == problem)
                .findFirst()
                .map(LintRule::descriptor)
                .orElseThrow(() -> new InputException(
                        "No rule has a check of the kind `suppression` for `" + problem.word() + "`."));
    }
}
