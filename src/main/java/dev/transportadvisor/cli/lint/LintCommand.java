package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.command.Arguments;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.lint.suppression.LintConfigReader;
import dev.transportadvisor.lint.suppression.Screening;
import dev.transportadvisor.report.ProblemFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.source.InputException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code lint}: checks app manifests. */
public final class LintCommand implements Command {

    @Override
    public CommandSpec spec() {
        return LintOptions.spec(this);
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        RuleCatalog catalog = Builtin.manifestRules();
        try {
            return run(options, catalog, console);
        } catch (InputException e) {
            throw catalog.facts().secrets().hiding(e);
        }
    }

    private static ExitCode run(ParseResult options, RuleCatalog catalog, Console console) {
        LintProject project = LintProject.find(
                Arguments.path(options, "--config", console), console, new LintConfigReader(catalog));
        boolean isWritten = options.hasMatchedOption("--write-baseline");
        Optional<BaselineFile> baseline = BaselineFile.open(options, isWritten, console);
        LintDecision decision = LintDecision.of(options, console);
        ManifestFiles manifests = ManifestFiles.of(options.matchedPositionalValue(0, List.of()), console);
        List<ManifestInput> inputs = manifests.inputs();
        FixRun fixes = FixRun.of(options, catalog, baseline);
        boolean isTaken = fixes.needsOutput(inputs);
        Output output = output(options, isTaken ? console.withResultOnErr() : console, inputs);
        output.refuseInputs(Stream.concat(
                        project.file().stream(), baseline.stream().map(BaselineFile::file))
                .toList());
        // In one time zone, so that a suppression ends everywhere at once.
        Screening screening = new Screening(catalog, project.config(), LocalDate.now(ZoneOffset.UTC));
        LintFormat format = options.matchedOptionValue("--format", LintFormat.TEXT);
        LintRun run = new LintRun(
                new ManifestLinter(catalog, decision.transport(), PlaceholderValue.all(options)),
                screening,
                project.folder(),
                fixes,
                format,
                console);
        LintResult result = new LintResult(run.run(inputs), screening);
        fixes.report(result, manifests, console);
        Optional<BaselineFile> settled = baseline.map(
                file -> isWritten ? file.rewritten(result, console) : file.compared(result, console));
        DiagnosticReport report = result.report(settled, options.hasMatchedOption("--show-suppressed"));
        Severity threshold = options.matchedOptionValue("--fail-on", Severity.ERROR);
        output.write(out -> format.formatter(output.style(), threshold).write(report, out));
        decision.conflict().ifPresent(console.err()::print);
        warnOfUnusedValues(run, result, console);
        boolean isComplete = reportTroubles(manifests, result, catalog.facts().secrets(), console);
        boolean isFine = decision.conflict().isEmpty()
                && report.findings().stream().allMatch(finding -> finding.severity().compareTo(threshold) < 0);
        return !isComplete ? ExitCode.USAGE : isFine ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static Output output(ParseResult options, Console console, List<ManifestInput> inputs) {
        Output output = new Output(console, Arguments.path(options, "--output", console));
        output.refuseInputs(
                inputs.stream().flatMap(input -> input.file().stream()).toList());
        Optional<String> answers = Optional.ofNullable(options.matchedOptionValue("--answers", null));
        output.refuseInputs(answers.flatMap(new Inputs(console)::file).stream().toList());
        return output;
    }

    private static void warnOfUnusedValues(LintRun run, LintResult result, Console console) {
        Map<String, String> values = run.linter().values();
        if (!values.isEmpty()) {
            String warnings = PlaceholderValue.unused(values.keySet(), result.placeholders());
            console.err().print(run.linter().catalog().facts().secrets().hiding(warnings));
        }
    }

    /** Says what could not be read, after all else has been reported; whether everything could. */
    private static boolean reportTroubles(
            ManifestFiles manifests, LintResult result, SecretShapes secrets, Console console) {
        List<InputException> troubles = Stream.of(
                        manifests.troubles(), result.troubles(), manifests.foldersWithout(result.files()))
                .flatMap(List::stream)
                .toList();
        ProblemFormatter formatter = new ProblemFormatter(Style.PLAIN);
        troubles.forEach(trouble -> console.err().print(formatter.format(secrets.hiding(trouble))));
        return troubles.isEmpty();
    }
}
