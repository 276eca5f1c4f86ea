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
import java.util.Optional;

/**
 * Checks manifests against all rules.
 *
 * @param decision the id of the transport that was decided on, where that is known
 */
public record ManifestLinter(RuleCatalog catalog, Optional<String> decision) {

    /** What is wrong with one file, sorted. A file that cannot be read has a finding that says so. */
    public List<Diagnostic> lint(SourceFile file) {
        try {
            return lint(new Manifest(file, DocumentReader.read(file)));
        } catch (InputException e) {
            return e.problems().stream().map(problem -> unreadable(file, problem)).toList();
        }
    }

    private List<Diagnostic> lint(Manifest manifest) {
        Subject subject = new Subject(manifest, decision, ShapeWalk.faults(catalog.fields(), manifest));
        return catalog.rules().stream()
                .flatMap(rule -> rule.check().findings(subject).stream()
                        .map(finding -> diagnostic(rule, finding, manifest.file())))
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

    private Diagnostic unreadable(SourceFile file, Problem problem) {
        Location start = file.location(new Span(file.position(0), file.position(0)));
        return new Diagnostic(
                catalog.syntax().descriptor(), problem.message(), problem.location().orElse(start), "");
    }
}
