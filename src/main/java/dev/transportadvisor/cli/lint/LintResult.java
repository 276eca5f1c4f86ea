package dev.transportadvisor.cli.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.SuppressedDiagnostic;
import dev.transportadvisor.lint.GatheredNotes;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.lint.suppression.Baseline;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import dev.transportadvisor.source.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run found, file by file. */
record LintResult(List<LintRun.Outcome> outcomes, SuppressionFilter suppressions) {

    /** What became of the files, if that was asked for. */
    List<Fixed> fixed() {
        return checked().flatMap(file -> file.fixed().stream()).toList();
    }

    /** What became of standard input. */
    Optional<Fixed> fixedInput() {
        return checked()
                .filter(file -> file.input().file().isEmpty())
                .flatMap(file -> file.fixed().stream())
                .findFirst();
    }

    List<ManifestInput> inputs() {
        return checked().map(LintRun.Checked::input).toList();
    }

    /** Where the manifests lie, those included that could not be read. */
    List<Path> files() {
        Stream<ManifestInput> unreadable = of(LintRun.Unreadable.class).map(LintRun.Unreadable::input);
        return Stream.concat(inputs().stream(), unreadable)
                .flatMap(input -> input.file().stream())
                .toList();
    }

    /** The names of the placeholders in all files. */
    Set<String> placeholders() {
        return checked().flatMap(file -> file.placeholders().stream()).collect(Collectors.toSet());
    }

    List<InputException> troubles() {
        return of(LintRun.Unreadable.class).map(LintRun.Unreadable::trouble).toList();
    }

    /** The findings about manifests as entries of a baseline. What is wrong with suppressions is not worth keeping. */
    Set<Baseline.Entry> entries(BaselineFile baseline) {
        return checked()
                .flatMap(file -> file.filtered().findings().stream()
                        .map(finding -> baseline.entry(file.input(), finding)))
                .collect(Collectors.toSet());
    }

    /** @param withSuppressed whether to report what is suppressed or in the baseline, too */
    DiagnosticReport report(Optional<BaselineFile> baseline, boolean withSuppressed) {
        return new DiagnosticReport(
                inputs().stream().map(ManifestInput::path).toList(),
                findings(baseline),
                withSuppressed ? suppressed(baseline) : List.of(),
                suppressions.catalog().descriptors());
    }

    /** All findings that are not suppressed nor in the baseline, sorted. */
    private List<Diagnostic> findings(Optional<BaselineFile> baseline) {
        List<FilteredFindings> filtered = checked().map(LintRun.Checked::filtered).toList();
        List<Diagnostic> findings = new ArrayList<>(suppressions.housekeeping(filtered));
        filtered.forEach(file -> findings.addAll(file.housekeeping()));
        checked().forEach(file -> file.filtered().findings().stream()
                .filter(finding -> !isInBaseline(file, finding, baseline))
                .forEach(findings::add));
        findings.sort(Diagnostic.ORDER);
        return GatheredNotes.of(findings);
    }

    /** All findings that are suppressed or in the baseline, sorted. */
    private List<SuppressedDiagnostic> suppressed(Optional<BaselineFile> baseline) {
        return checked()
                .flatMap(file -> Stream.concat(
                        file.filtered().suppressed().stream(),
                        file.filtered().findings().stream()
                                .filter(finding -> isInBaseline(file, finding, baseline))
                                .map(finding -> baseline.orElseThrow().suppressed(finding))))
                .sorted(Comparator.comparing(SuppressedDiagnostic::finding, Diagnostic.ORDER))
                .toList();
    }

    private static boolean isInBaseline(LintRun.Checked file, Diagnostic finding, Optional<BaselineFile> baseline) {
        return baseline.filter(known -> known.knows(file.input(), finding)).isPresent();
    }

    private Stream<LintRun.Checked> checked() {
        return of(LintRun.Checked.class);
    }

    private <T extends LintRun.Outcome> Stream<T> of(Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
