package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.suppression.LintConfigReader;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is read before the first manifest.
 *
 * @param inputs what may be a manifest, in the order of the report
 * @param output where the report goes
 */
record LintPlan(
        LintOptions options,
        LintProject project,
        Optional<BaselineFile> baseline,
        LintDecision decision,
        ManifestFiles manifests,
        List<ManifestInput> inputs,
        Output output,
        ManifestLinter linter,
        SuppressionFilter suppressions) {

    /** @throws dev.transportadvisor.source.InputException if something cannot be read, or would be written over */
    static LintPlan of(LintOptions options, RuleCatalog catalog, Console console) {
        LintProject project = LintProject.find(options.config(), console, new LintConfigReader(catalog));
        Optional<BaselineFile> baseline =
                options.baseline().map(path -> BaselineFile.open(path, options.writesBaseline(), console));
        LintDecision decision = LintDecision.of(options, console);
        ManifestFiles manifests = ManifestFiles.of(options.manifests(), console);
        List<ManifestInput> inputs = manifests.inputs();
        Output output = output(options, inputs, console);
        output.refuseInputs(Stream.of(
                        inputs.stream().flatMap(input -> input.file().stream()),
                        options.answers().flatMap(new Inputs(console)::file).stream(),
                        project.file().stream(),
                        baseline.stream().map(BaselineFile::file))
                .<Path>flatMap(files -> files)
                .toList());
        return new LintPlan(
                options,
                project,
                baseline,
                decision,
                manifests,
                inputs,
                output,
                new ManifestLinter(catalog, decision.transport(), PlaceholderValue.byName(options.values())),
                // In one time zone, so that a suppression ends everywhere at once.
                new SuppressionFilter(catalog, project.config(), LocalDate.now(ZoneOffset.UTC)));
    }

    /** Where standard output is for files or changes of files, a report goes elsewhere. */
    private static Output output(LintOptions options, List<ManifestInput> inputs, Console console) {
        boolean isTaken =
                switch (options.fixing()) {
                    case NONE -> false;
                    case WRITE -> inputs.stream().anyMatch(input -> input.file().isEmpty());
                    case SHOW -> true;
                };
        return Output.of(options.output(), isTaken ? console.withResultOnErr() : console);
    }
}
