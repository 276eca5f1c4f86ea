package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.lint.rule.LintRule;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.lint.suppression.LintConfig;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import dev.transportadvisor.report.finding.TextDiagnosticFormatter;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about rules for manifests, with what each says of its own examples.
 *
 * @param today the day on which suppressions in examples may have expired
 */
public record ManifestRulePage(RuleCatalog catalog, LocalDate today) {

    /** All rules, sorted by id, without examples. */
    public static List<KnowledgeItem> all(RuleCatalog catalog) {
        return catalog.rules().stream().map(rule -> item(rule, List.of())).toList();
    }

    /** Everything about the rule of an id, if there is one. */
    public Optional<KnowledgeItem> page(String id) {
        return catalog.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> item(
                        rule,
                        List.of(
                                new KnowledgeItem.Sample("bad", "Wrong", rule.bad().text()),
                                new KnowledgeItem.Sample("findings", "What lint says of it", findings(rule)),
                                new KnowledgeItem.Sample("good", "Right", rule.good().text()))));
    }

    private static KnowledgeItem item(LintRule rule, List<KnowledgeItem.Sample> samples) {
        RuleDescriptor descriptor = rule.descriptor();
        return new KnowledgeItem(
                rule.id(),
                KnowledgeKind.LINT,
                descriptor.summary(),
                List.of(
                        "Severity: " + descriptor.severity().word() + ".",
                        "Why: " + descriptor.why(),
                        "What to do: " + descriptor.remedy()),
                descriptor.source(),
                rule.location().toString(),
                samples);
    }

    /** What the rule itself finds in its bad example. */
    private String findings(LintRule rule) {
        SourceFile file = new SourceFile("manifest", rule.bad().text());
        List<Diagnostic> findings = new ManifestLinter(catalog, rule.bad().decision()).lint(file);
        FilteredFindings filtered =
                new SuppressionFilter(catalog, LintConfig.NONE, today).filter(file, file.path(), findings);
        return Stream.concat(filtered.findings().stream(), filtered.housekeeping().stream())
                .filter(finding -> finding.rule().equals(rule.descriptor()))
                .sorted(Diagnostic.ORDER)
                .map(new TextDiagnosticFormatter(Style.PLAIN)::format)
                .collect(Collectors.joining());
    }
}
