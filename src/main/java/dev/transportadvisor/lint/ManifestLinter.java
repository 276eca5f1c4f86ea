package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks manifests against all rules.
 *
 * @param decision the id of the transport that was decided on, where that is known
 * @param values what to put in the places of placeholders, by name
 */
public record ManifestLinter(RuleCatalog catalog, Optional<String> decision, Map<String, String> values) {

    public ManifestLinter {
        values = Map.copyOf(values);
    }

    /** A linter that leaves placeholders as they are. */
    public ManifestLinter(RuleCatalog catalog, Optional<String> decision) {
        this(catalog, decision, Map.of());
    }

    /** What is wrong with one file, sorted. A file that cannot be read has a finding that says so. */
    public List<Diagnostic> lint(SourceFile file) {
        try {
            Manifest manifest = new Manifest(file, DocumentReader.read(file));
            return lint(values.isEmpty() ? manifest : manifest.filled(values));
        } catch (InputException e) {
            Secrets secrets = catalog.facts().secrets().in(file);
            return e.problems().stream()
                    .map(problem -> unreadable(secrets, problem))
                    .toList();
        }
    }

    private List<Diagnostic> lint(Manifest manifest) {
        Subject subject = Subject.of(manifest, decision, catalog.facts());
        return catalog.rules().stream()
                .flatMap(rule -> rule.check().findings(subject).stream()
                        .map(finding -> diagnostic(
                                rule, finding, subject.manifest().file())))
                .distinct()
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    private static Diagnostic diagnostic(LintRule rule, Finding finding, SourceFile file) {
        return new Diagnostic(
                rule.descriptor(),
                finding.severity().orElse(rule.descriptor().severity()),
                finding.message(),
                file.location(finding.span()),
                finding.pointer(),
                finding.fix());
    }

    private Diagnostic unreadable(Secrets secrets, Problem problem) {
        SourceFile file = secrets.shownFile();
        Span start = new Span(file.position(0), file.position(0));
        return new Diagnostic(
                catalog.syntax().descriptor(),
                secrets.without(problem.message()),
                file.location(problem.location().map(Location::span).orElse(start)),
                "");
    }
}
