package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.lint.check.SuppressionCheck;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sorts out what a project has decided to live with, and reports decisions that are out of date.
 *
 * @param today the day on which suppressions may have expired
 */
public record SuppressionFilter(RuleCatalog catalog, LintConfig config, LocalDate today) {

    /**
     * @param findings everything that is wrong with the file
     * @param path the file, relative to the folder that the configuration's patterns start from
     */
    public FilteredFindings filter(SourceFile file, String path, List<Diagnostic> findings) {
        Optional<SuppressionComments> comments = comments(file, findings);
        List<Suppression> inSource = comments.map(SuppressionComments::suppressions).orElse(List.of());
        Set<Suppression> used = new HashSet<>();
        List<Diagnostic> kept = new ArrayList<>();
        List<SuppressedDiagnostic> suppressed = new ArrayList<>();
        for (Diagnostic finding : adjusted(findings.stream())) {
            List<Suppression> hiding = Stream.concat(inSource.stream(), config.suppressions().stream())
                    .filter(suppression -> !suppression.isExpired(today) && suppression.covers(finding, path))
                    .toList();
            used.addAll(hiding);
            hiding.stream()
                    .findFirst()
                    .ifPresentOrElse(first -> suppressed.add(first.suppressed(finding)), () -> kept.add(finding));
        }
        Set<Suppression> about = config.suppressions().stream()
                .filter(suppression -> suppression.isAbout(path))
                .collect(Collectors.toSet());
        return new FilteredFindings(kept, suppressed, housekeeping(comments, used), about, used);
    }

    /** Those of a file that could be read; in any other, what looks like a comment need not be one. */
    private Optional<SuppressionComments> comments(SourceFile file, List<Diagnostic> findings) {
        boolean isReadable =
                findings.stream().noneMatch(finding -> finding.rule().equals(catalog.syntax().descriptor()));
        return isReadable ? Optional.of(SuppressionComments.of(catalog, file)) : Optional.empty();
    }

    private List<Diagnostic> housekeeping(Optional<SuppressionComments> comments, Set<Suppression> used) {
        Stream<Diagnostic> invalid = comments.stream()
                .flatMap(found -> found.problems().stream())
                .map(problem -> finding(
                        SuppressionCheck.INVALID, problem.location().orElseThrow(), problem.message()));
        Stream<Diagnostic> outdated = comments.stream()
                .flatMap(found -> outdated(found.suppressions(), used).stream());
        return adjusted(Stream.concat(invalid, outdated));
    }

    /**
     * What is wrong with the suppressions of the configuration, once all files are filtered. One that is about none
     * of the files may well be needed for others.
     */
    public List<Diagnostic> housekeeping(Collection<FilteredFindings> files) {
        Set<Suppression> about = new HashSet<>();
        Set<Suppression> used = new HashSet<>();
        files.forEach(file -> {
            about.addAll(file.about());
            used.addAll(file.used());
        });
        List<Suppression> concerned = config.suppressions().stream()
                .filter(suppression -> suppression.isExpired(today) || about.contains(suppression))
                .toList();
        return adjusted(outdated(concerned, used).stream());
    }

    private List<Diagnostic> outdated(List<Suppression> suppressions, Set<Suppression> used) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Suppression suppression : suppressions) {
            if (suppression.isExpired(today)) {
                findings.add(finding(
                        SuppressionCheck.EXPIRED,
                        suppression.location(),
                        "This suppression of `" + suppression.rule() + "` ended on "
                                + suppression.until().orElseThrow() + " and hides nothing any more."));
            } else if (!used.contains(suppression)) {
                findings.add(finding(
                        SuppressionCheck.UNUSED,
                        suppression.location(),
                        "This suppression of `" + suppression.rule() + "` hides nothing."));
            }
        }
        return findings;
    }

    private Diagnostic finding(SuppressionCheck problem, Location location, String message) {
        return new Diagnostic(catalog.descriptor(problem), message, location, "");
    }

    private List<Diagnostic> adjusted(Stream<Diagnostic> findings) {
        return findings.flatMap(finding -> config.adjusted(finding).stream())
                .sorted(Diagnostic.ORDER)
                .toList();
    }
}
