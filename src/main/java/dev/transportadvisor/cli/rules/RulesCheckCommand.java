package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Arguments;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.check.DecisionCase;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.check.DecisionTableChecker;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.report.DiagnosticFormatter;
import dev.transportadvisor.report.JsonDiagnosticFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextDiagnosticFormatter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules check}: whether a decision table holds together and decides its cases as expected. */
public final class RulesCheckCommand implements Command {

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
                        "check",
                        "Checks that a table holds together.",
                        "Finds rules that repeat, contradict or cover each other or never decide anything, questions"
                            + " that cannot matter and transports that can never win; and runs the cases of the table."
                            + " Exits with 1 when there are findings.",
                        "rules check",
                        "rules check my-rules --format json")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("DIR")
                        // No Path: picocli's completion of one runs the code that a file may have for a name.
                        .type(String.class)
                        .converters(Options::named)
                        .arity("0..1")
                        .description(
                                "The folder of transport.yaml and transport.cases.yaml. Default: the built-in table.")
                        .build())
                .addOption(Options.format(Format.class, Format.TEXT))
                .addOption(Options.output())
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        Optional<String> folder = Optional.ofNullable(options.matchedPositionalValue(0, null));
        Knowledge knowledge = Knowledge.at(folder.map(Path::of), console);
        Output output = new Output(console, Arguments.path(options, "--output", console));
        output.refuseInputs(knowledge.ownFiles());
        DecisionTable table = knowledge.table();
        List<DecisionCase> cases = knowledge.cases(table);
        List<Diagnostic> findings = DecisionTableChecker.check(table, cases);
        Format format = options.matchedOptionValue("--format", Format.TEXT);
        DiagnosticReport report =
                new DiagnosticReport(knowledge.fileNames(), findings, List.of(), DecisionTableChecker.RULES);
        output.write(out -> format.formatter(output.style()).write(report, out));
        return findings.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
