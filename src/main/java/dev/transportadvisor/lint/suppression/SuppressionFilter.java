package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.ListedDiagnostics;
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
import java.util.Map;
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
        Map<Integer, List<Suppression>> inSource =
                comments.map(SuppressionComments::byLine).orElse(Map.of());
        Set<Suppression> used = new HashSet<>();
        List<Diagnostic> kept = new ArrayList<>();
        List<SuppressedDiagnostic> suppressed = new ArrayList<>();
        for (Diagnostic finding : adjusted(findings.stream())) {
            List<Suppression> hiding = Stream.concat(near(finding, inSource), config.suppressions().stream())
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
        return new FilteredFindings(
                kept, suppressed, housekeeping(comments, used, onlyCounted(findings)), about, used);
    }

    private static Stream<Suppression> near(Diagnostic finding, Map<Integer, List<Suppression>> byLine) {
        return byLine.isEmpty()
                ? Stream.empty()
                : finding.lines().flatMap(line -> byLine.getOrDefault(line, List.of()).stream());
    }

    /** Those of a file that could be read; in any other, what looks like a comment need not be one. */
    private Optional<SuppressionComments> comments(SourceFile file, List<Diagnostic> findings) {
        boolean isReadable = findings.stream()
                .noneMatch(finding -> finding.rule().equals(catalog.syntax().descriptor())
                        || finding.rule().equals(catalog.lookalike()));
        return isReadable ? Optional.of(SuppressionComments.of(catalog, file)) : Optional.empty();
    }

    /** The rules with findings that are not listed: what hides one of those seems to hide nothing. */
    private static Set<String> onlyCounted(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.count() > 1)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
    }

    private List<Diagnostic> housekeeping(
            Optional<SuppressionComments> comments, Set<Suppression> used, Set<String> onlyCounted) {
        Stream<Diagnostic> invalid = comments.stream()
                .flatMap(found -> found.problems().stream())
                .map(problem -> finding(
                        SuppressionCheck.INVALID, problem.location().orElseThrow(), problem.message()));
        List<Suppression> understood = comments.map(SuppressionComments::suppressions).orElse(List.of());
        Stream<Suppression> unused = understood.stream()
                .filter(suppression -> !used.contains(suppression) && !onlyCounted.contains(suppression.rule()));
        return adjusted(Stream.of(invalid, expired(understood.stream()), unused(unused))
                .flatMap(findings -> ListedDiagnostics.of(findings).stream()));
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
        Stream<Suppression> unused = config.suppressions().stream()
                .filter(suppression -> about.contains(suppression) && !used.contains(suppression));
        return adjusted(Stream.concat(expired(config.suppressions().stream()), unused(unused)));
    }

    private Stream<Diagnostic> expired(Stream<Suppression> suppressions) {
        return suppressions
                .filter(suppression -> suppression.isExpired(today))
                .map(suppression -> finding(
                        SuppressionCheck.EXPIRED,
                        suppression.location(),
                        "This suppression of `" + suppression.rule() + "` ended on "
                                + suppression.until().orElseThrow() + " and hides nothing any more."));
    }

    /** One that is past its day is reported as such, and not as unused. */
    private Stream<Diagnostic> unused(Stream<Suppression> suppressions) {
        return suppressions
                .filter(suppression -> !suppression.isExpired(today))
                .map(suppression -> finding(
                        SuppressionCheck.UNUSED,
                        suppression.location(),
                        "This suppression of `" + suppression.rule() + "` hides nothing."));
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
