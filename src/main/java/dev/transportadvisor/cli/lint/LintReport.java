package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.report.finding.FixFormatter;
import dev.transportadvisor.report.finding.UnifiedDiff;
import dev.transportadvisor.report.format.ProblemFormatter;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run tells: what was fixed, what was found, and what could not be done.
 *
 * @param baseline as it is after the run
 * @param troubles what could not be read or searched
 */
record LintReport(
        LintPlan plan,
        LintResult result,
        Optional<BaselineFile> baseline,
        DiagnosticReport findings,
        List<InputException> troubles) {

    static LintReport of(LintPlan plan, LintResult result) {
        LintOptions options = plan.options();
        Optional<BaselineFile> baseline =
                plan.baseline().map(known -> options.writesBaseline() ? known.renewed(result) : known);
        List<InputException> troubles = Stream.of(
                        plan.manifests().troubles(),
                        result.troubles(),
                        plan.manifests().foldersWithout(result.files()))
                .flatMap(List::stream)
                .toList();
        return new LintReport(
                plan, result, baseline, result.report(baseline, options.showsSuppressed()), troubles);
    }

    /** Prints it, and writes the baseline anew where that is asked for. */
    void print(Console console) {
        printFixes(console);
        printBaseline(console);
        Output output = plan.output();
        output.write(out ->
                plan.options().format().formatter(output.style(), threshold()).write(findings, out));
        plan.decision().conflict().ifPresent(console.err()::print);
        printUnusedValues(console);
        ProblemFormatter formatter = new ProblemFormatter(Style.PLAIN);
        troubles.forEach(trouble -> console.err().print(formatter.format(secrets().hiding(trouble))));
    }

    ExitCode status() {
        if (!troubles.isEmpty()) {
            return ExitCode.USAGE;
        }
        boolean isFine = plan.decision().conflict().isEmpty()
                && findings.findings().stream()
                        .allMatch(finding -> finding.severity().compareTo(threshold()) < 0);
        return isFine ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private Severity threshold() {
        return plan.options().failOn();
    }

    private SecretShapes secrets() {
        return plan.linter().catalog().facts().secrets();
    }

    /** The changes, or the file from standard input; and how many findings they fix. */
    private void printFixes(Console console) {
        FixMode mode = plan.options().fixing();
        if (mode == FixMode.NONE) {
            return;
        }
        List<Fixed> fixed = result.fixed();
        if (mode == FixMode.SHOW) {
            fixed.forEach(file -> console.out().print(UnifiedDiff.of(file.original(), file.file())));
        } else {
            result.fixedInput().ifPresent(file -> console.out().print(file.file().content()));
        }
        console.out().flush();
        console.err().print(FixFormatter.leftOut(fixed));
        // What could not be read or written may hold something to fix.
        boolean isKnown = fixed.stream().anyMatch(Fixed::isChanged)
                || result.troubles().isEmpty() && plan.manifests().troubles().isEmpty();
        console.err().print(isKnown ? FixFormatter.summary(fixed, mode == FixMode.WRITE) : "");
    }

    private void printBaseline(Console console) {
        boolean isWritten = plan.options().writesBaseline();
        plan.baseline()
                .map(known -> isWritten ? known.replaceBy(baseline.orElseThrow(), result) : known.staleNote(result))
                .ifPresent(console.err()::print);
    }

    private void printUnusedValues(Console console) {
        Map<String, String> values = plan.linter().values();
        if (!values.isEmpty()) {
            String warnings = PlaceholderValue.unused(values.keySet(), result.placeholders());
            console.err().print(secrets().hiding(warnings));
        }
    }
}
