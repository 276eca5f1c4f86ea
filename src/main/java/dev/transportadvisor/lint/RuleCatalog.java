package dev.transportadvisor.lint;

import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.Comparator;
import java.util.List;

/**
 * The rules about manifests.
 *
 * @param rules sorted by id
 * @param syntax the rule for files that cannot be read at all
 * @param fields what a manifest may hold
 */
public record RuleCatalog(List<LintRule> rules, LintRule syntax, ManifestFields fields) {

    /** @throws InputException if a file is no rule, or if none is about syntax */
    public static RuleCatalog read(List<SourceFile> files, ManifestFields fields) {
        LintRuleReader reader = new LintRuleReader(new CheckReader());
        List<LintRule> rules = files.stream()
                .map(reader::read)
                .sorted(Comparator.comparing(LintRule::id))
                .toList();
        LintRule syntax = rules.stream()
                .filter(rule -> rule.check() == SyntaxCheck.INSTANCE)
                .findFirst()
                .orElseThrow(() -> new InputException("No rule has a check of the kind `syntax`."));
        return new RuleCatalog(rules, syntax, fields);
    }
}
