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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about rules for manifests, with what each says of its own examples.
 *
 * @param today the day on which suppressions in examples may have expired
 */
public record ManifestRulePage(RuleCatalog catalog, LocalDate today) implements KnowledgeArea {

    /** All rules, sorted by id, without examples. */
    @Override
    public List<KnowledgeItem> all() {
        return catalog.rules().stream().map(rule -> item(rule, List.of())).toList();
    }

    /** With examples. */
    @Override
    public List<KnowledgeItem> about(String word) {
        return catalog.rules().stream()
                .filter(rule -> item(rule, List.of()).isCalled(word))
                .map(rule -> item(rule, samples(rule)))
                .toList();
    }

    private List<KnowledgeItem.Sample> samples(LintRule rule) {
        return List.of(
                new KnowledgeItem.Sample("bad", "Wrong", rule.bad().text()),
                new KnowledgeItem.Sample("findings", "What lint says of it", findings(rule)),
                new KnowledgeItem.Sample("good", "Right", rule.good().text()));
    }

    private static KnowledgeItem item(LintRule rule, List<KnowledgeItem.Sample> samples) {
        RuleDescriptor descriptor = rule.descriptor();
        return new KnowledgeItem(
                rule.id(),
                List.of(),
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
