package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Progress;
import dev.transportadvisor.lint.ManifestFixer.Fixed;
import dev.transportadvisor.lint.suppression.FilteredFindings;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Checks many manifests on all cores. No more files are open at a time than there are cores; what is kept of each is
 * what the report shows of its findings.
 */
record LintRun(LintPlan plan, ManifestFixes fixes, Console console) {

    static LintResult of(LintPlan plan, Console console) {
        ManifestFixes fixes =
                new ManifestFixes(plan.options().fixing(), plan.linter().catalog(), plan.baseline());
        return new LintResult(new LintRun(plan, fixes, console).outcomes(plan.inputs()), plan.suppressions());
    }

    /** What became of one input. */
    sealed interface Outcome {}

    /**
     * It was checked, after it was fixed, if that was asked for.
     *
     * @param placeholders the names of those in its text, where there are values for some
     */
    record Checked(ManifestInput input, FilteredFindings filtered, Optional<Fixed> fixed, Set<String> placeholders)
            implements Outcome {}

    /** It could not be read, or not be written. */
    record Unreadable(ManifestInput input, InputException trouble) implements Outcome {}

    /** It lay in a folder, but is no manifest. */
    record NoManifest() implements Outcome {}

    /** In the order of the inputs, whatever order they were finished in. */
    private List<Outcome> outcomes(List<ManifestInput> inputs) {
        if (inputs.size() == 1) {
            // To start other threads for it would take longer than to check it.
            return List.of(check(inputs.get(0)));
        }
        try (Progress progress = new Progress(console, inputs.size())) {
            Outcome[] outcomes = new Outcome[inputs.size()];
            AtomicInteger next = new AtomicInteger();
            // Each core takes the next file: of parts made beforehand, one core would have the last for itself.
            IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .parallel()
                    .forEach(core -> checkFrom(next, inputs, outcomes, progress));
            return List.of(outcomes);
        }
    }

    private void checkFrom(AtomicInteger next, List<ManifestInput> inputs, Outcome[] outcomes, Progress progress) {
        try {
            for (int i = next.getAndIncrement(); i < outcomes.length; i = next.getAndIncrement()) {
                outcomes[i] = check(inputs.get(i));
                progress.step();
            }
        } catch (RuntimeException | Error e) {
            next.set(outcomes.length); // such as no memory left: the other cores need not go on
            throw e;
        }
    }

    private Outcome check(ManifestInput input) {
        try {
            Optional<SourceFile> file = input.read(console);
            return file.<Outcome>map(text -> checked(input, text)).orElseGet(NoManifest::new);
        } catch (InputException e) {
            return new Unreadable(input, e);
        }
    }

    private Checked checked(ManifestInput input, SourceFile file) {
        FilteredFindings first = filtered(input, file);
        Function<SourceFile, FilteredFindings> check = text -> text == file ? first : filtered(input, text);
        Optional<Fixed> fixed = fixes.fix(input, file, check);
        FilteredFindings left = check.apply(fixes.textToCheck(file, fixed)).withEach(plan.options().format()::shown);
        return new Checked(input, left, fixed, placeholders(file));
    }

    private FilteredFindings filtered(ManifestInput input, SourceFile file) {
        String path = input.relativeTo(plan.project().folder());
        return plan.suppressions().filter(file, path, plan.linter().lint(file));
    }

    private Set<String> placeholders(SourceFile file) {
        return plan.linter().values().isEmpty() ? Set.of() : Manifest.placeholders(file);
    }
}
