package dev.transportadvisor.cli;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.report.DiagnosticFormatter;
import dev.transportadvisor.report.JsonDiagnosticFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextDiagnosticFormatter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code lint}: checks app manifests. */
final class LintCommand implements Command {

    private enum Format {
        TEXT,
        JSON;

        DiagnosticFormatter formatter(Style style) {
            return this == TEXT ? new TextDiagnosticFormatter(style) : new JsonDiagnosticFormatter();
        }
    }

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "lint",
                        "Checks app manifests, offline.",
                        "Exits with 1 when there are errors.",
                        "lint manifest.yaml")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("MANIFEST")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1..*")
                        .required(true)
                        .description("A manifest; - reads standard input.")
                        .build())
                .addOption(Options.format(Format.class, Format.TEXT))
                .addOption(Options.output())
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        List<String> arguments = options.matchedPositionalValue(0, List.of());
        ManifestLinter linter = new ManifestLinter(Knowledge.manifestRules(), Optional.empty());
        Inputs inputs = new Inputs(console);
        List<Diagnostic> findings = arguments.stream()
                .flatMap(argument -> linter.lint(inputs.read(argument)).stream())
                .toList();
        Output output = new Output(console, Arguments.path(options, "--output", console));
        Format format = options.matchedOptionValue("--format", Format.TEXT);
        output.print(format.formatter(output.style()).format(findings, arguments.size()));
        boolean failed = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return failed ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
