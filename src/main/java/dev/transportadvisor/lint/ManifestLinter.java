package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.diagnostic.ListedDiagnostics;
import dev.transportadvisor.lint.check.Subject;
import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.lint.rule.LintRule;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.rule.RuleTable;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks manifests against all rules. */
public final class ManifestLinter {

    /** Each fix is tried on the whole text, so of a file that is full of faults only the first get one. */
    private static final int MOST_FIXABLE = 100;

    /** How much text is read for them, which makes them fewer in a large file. */
    private static final int MOST_CHARACTERS = 1 << 20;

    /** A manifest has a few thousand characters. One of a hundred times that was not written by hand. */
    private static final int MOST_FIXABLE_CHARACTERS = 1 << 18;

    private final RuleCatalog catalog;
    private final RuleTable rules;
    private final Optional<String> decision;
    private final Map<String, String> values;

    /**
     * @param decision the id of the transport that was decided on, where that is known
     * @param values what to put in the places of placeholders, by name
     */
    public ManifestLinter(RuleCatalog catalog, Optional<String> decision, Map<String, String> values) {
        this.catalog = catalog;
        this.rules = new RuleTable(catalog.rules());
        this.decision = decision;
        this.values = Map.copyOf(values);
    }

    /** A linter that leaves placeholders as they are. */
    public ManifestLinter(RuleCatalog catalog, Optional<String> decision) {
        this(catalog, decision, Map.of());
    }

    public RuleCatalog catalog() {
        return catalog;
    }

    /** What is put in the places of placeholders, by name. */
    public Map<String, String> values() {
        return values;
    }

    /** What is wrong with one file, sorted. A file that cannot be read has a finding that says so. */
    public List<Diagnostic> lint(SourceFile file) {
        Optional<Lookalike> foreign = Lookalike.foreign(file);
        if (foreign.isPresent()) {
            return List.of(diagnostic(file, foreign.get()));
        }
        try {
            // A report of many files keeps their texts, but could not keep what all of them say.
            Manifest manifest = new Manifest(file.unparsed(), DocumentReader.read(file));
            return Lookalike.parsed(manifest)
                    .map(lookalike -> List.of(diagnostic(file, lookalike)))
                    .orElseGet(() -> findings(values.isEmpty() ? manifest : manifest.filled(values)));
        } catch (InputException e) {
            return catalog.facts().secrets().hiding(e).problems().stream()
                    .map(problem -> unreadable(file, problem))
                    .toList();
        }
    }

    private List<Diagnostic> findings(Manifest manifest) {
        Subject subject = Subject.of(manifest, decision, catalog.facts());
        int fixable = isFixable(manifest.file())
                ? Math.min(MOST_FIXABLE, MOST_CHARACTERS / (manifest.file().text().length() + 1))
                : 0;
        return bounded(fixable, rules.about(subject.manifest().document())
                .flatMap(rule -> findings(rule, subject, manifest.file()).stream())
                .sorted(Diagnostic.ORDER)
                .toList());
    }

    /** @param written the file as it stands there, to which a fix belongs */
    private static List<Diagnostic> findings(LintRule rule, Subject subject, SourceFile written) {
        return ListedDiagnostics.of(
                rule.check().findings(subject).map(finding -> diagnostic(rule, finding, subject, written)));
    }

    private static Diagnostic diagnostic(LintRule rule, Finding finding, Subject subject, SourceFile written) {
        // A fix would show what stands around it, so a secret must go first.
        boolean isFixable =
                !finding.remedies().isEmpty() && subject.secrets().all().isEmpty();
        return new Diagnostic(
                rule.descriptor(),
                finding.severity().orElse(rule.descriptor().severity()),
                finding.message(),
                subject.manifest().file().location(finding.span()).place(),
                finding.pointer(),
                isFixable ? () -> fix(finding, written) : Diagnostic.NO_FIX,
                finding.others(),
                finding.count(),
                finding.advice());
    }

    private static Optional<Fix> fix(Finding finding, SourceFile written) {
        return Remedy.fix(finding.remedies(), new Manifest(written, DocumentReader.read(written)));
    }

    /** Whether fixes of a file are looked for at all. */
    static boolean isFixable(SourceFile file) {
        return file.text().length() <= MOST_FIXABLE_CHARACTERS;
    }

    private static List<Diagnostic> bounded(int most, List<Diagnostic> findings) {
        List<Diagnostic> bounded = new ArrayList<>();
        int fixable = 0;
        for (Diagnostic finding : findings) {
            fixable += finding.fixSearch() == Diagnostic.NO_FIX ? 0 : 1;
            bounded.add(fixable > most ? finding.withoutFix() : finding);
        }
        return bounded;
    }

    private Diagnostic diagnostic(SourceFile file, Lookalike lookalike) {
        SourceFile shown = catalog.facts().secrets().in(file).shownFile();
        int start = lookalike.start();
        return new Diagnostic(catalog.lookalike(), lookalike.advice(), shown.location(shown.span(start, start)), "");
    }

    private Diagnostic unreadable(SourceFile file, Problem problem) {
        return Lookalike.unparsed(file, problem)
                .map(lookalike -> diagnostic(file, lookalike))
                .orElseGet(() -> broken(file, problem));
    }

    private Diagnostic broken(SourceFile file, Problem problem) {
        SourceFile shown = catalog.facts().secrets().in(file).shownFile();
        return new Diagnostic(
                catalog.syntax().descriptor(),
                problem.message(),
                problem.location().orElseGet(() -> shown.location(shown.span(0, 0))),
                "");
    }
}
