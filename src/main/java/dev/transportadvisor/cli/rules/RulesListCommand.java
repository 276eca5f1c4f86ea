package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.report.knowledge.KnowledgeItem;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code rules list}: everything that is known, a line each. */
final class RulesListCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "list",
                "Lists what is known.",
                "Prints the ids of criteria, rules, questions and cautions, of all that lint finds and drill plays,"
                        + " and the words that Slack and the reports show. Answers, events, scopes, methods, fields,"
                        + " commands and hosts are listed by their kind only.",
                RulesListOptions.ALL,
                "rules list",
                "rules list --kind slack");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        RulesListOptions options = RulesListOptions.of(parsed);
        Knowledge knowledge = Knowledge.at(options.rules(), console);
        Output output = Output.of(options.output(), console);
        output.refuseInputs(knowledge.ownFiles());
        List<KnowledgeItem> items = knowledge.areas().stream()
                .flatMap(area -> area.all().stream())
                .filter(item -> options.kind()
                        .map(item.kind()::equals)
                        .orElse(!item.kind().isCatalogue()))
                .toList();
        output.print(options.format().formatter(output.style()).list(items));
        return ExitCode.OK;
    }
}
