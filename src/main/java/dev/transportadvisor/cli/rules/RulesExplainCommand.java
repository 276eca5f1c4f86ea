package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.report.knowledge.KnowledgeItem;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code rules explain}: everything about one rule. */
final class RulesExplainCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "explain",
                "Explains one of them.",
                "Prints everything about a criterion, rule, question or caution, with its source; about what lint"
                        + " finds, with examples, too.",
                RulesExplainOptions.ALL,
                "rules explain many-workspaces",
                "rules explain events-without-transport");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        RulesExplainOptions options = RulesExplainOptions.of(parsed);
        Knowledge knowledge = Knowledge.at(options.rules(), console);
        Output output = Output.of(options.output(), console);
        output.refuseInputs(knowledge.ownFiles());
        List<KnowledgeItem> found = knowledge.items(options.id());
        if (found.isEmpty()) {
            throw unknown(options.id(), knowledge);
        }
        output.print(options.format().formatter(output.style()).explain(found));
        return ExitCode.OK;
    }

    private static InputException unknown(String id, Knowledge knowledge) {
        List<String> ids =
                knowledge.items().stream().map(KnowledgeItem::id).distinct().toList();
        return new InputException("There is no rule " + Quoted.of(id) + "." + Suggestion.question(id, ids) + " See: "
                + Program.NAME + " rules list");
    }
}
