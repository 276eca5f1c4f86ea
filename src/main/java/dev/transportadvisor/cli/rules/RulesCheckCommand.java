package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.decision.check.DecisionCase;
import dev.transportadvisor.decision.check.DecisionTableChecker;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.DiagnosticReport;
import dev.transportadvisor.report.knowledge.GlossaryChecker;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** {@code rules check}: whether a decision table holds together and decides its cases as expected. */
public final class RulesCheckCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "check",
                "Checks that a table holds together.",
                "Finds rules that repeat, contradict or cover each other or never decide anything, questions that"
                        + " cannot matter and transports that can never win; runs the cases of the table; and looks up"
                        + " what the words in slack-words.yaml and report-words.yaml refer to. Exits with 1 when there"
                        + " are findings.",
                RulesCheckOptions.ALL,
                "rules check",
                "rules check my-rules --format json");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        RulesCheckOptions options = RulesCheckOptions.of(parsed);
        Knowledge knowledge = Knowledge.at(options.rules(), console);
        Output output = Output.of(options.output(), console);
        output.refuseInputs(knowledge.ownFiles());
        DecisionTable table = knowledge.table();
        List<DecisionCase> cases = knowledge.cases(table);
        List<Diagnostic> findings = Stream.concat(
                        DecisionTableChecker.check(table, cases).stream(), wrongReferences(knowledge))
                .sorted(Diagnostic.ORDER)
                .toList();
        DiagnosticReport report = new DiagnosticReport(knowledge.fileNames(), findings, List.of(), Knowledge.checks());
        output.write(out -> options.format().formatter(output.style()).write(report, out));
        return findings.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static Stream<Diagnostic> wrongReferences(Knowledge knowledge) {
        GlossaryChecker checker = new GlossaryChecker(knowledge.areas());
        return knowledge.glossaries().stream().flatMap(checker::check);
    }
}
