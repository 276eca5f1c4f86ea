package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Arguments;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.report.KnowledgeItem;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules explain}: everything about one rule. */
public final class RulesExplainCommand implements Command {

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "explain",
                        "Explains one of them.",
                        "Prints everything about a criterion, rule, question or caution, with its source; about what"
                                + " lint finds, with examples, too.",
                        "rules explain many-workspaces",
                        "rules explain events-without-transport")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("ID")
                        .type(String.class)
                        .arity("1")
                        .required(true)
                        .description("An id from rules list, or from a report.")
                        .build())
                .addOption(Options.format(KnowledgeFormat.class, KnowledgeFormat.TEXT))
                .addOption(Options.output())
                .addOption(Options.rules())
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        Knowledge knowledge = Knowledge.of(options, console);
        Output output = new Output(console, Arguments.path(options, "--output", console));
        output.refuseInputs(knowledge.ownFiles());
        String id = options.matchedPositionalValue(0, "");
        List<KnowledgeItem> found = knowledge.items(id);
        if (found.isEmpty()) {
            List<String> ids = knowledge.items().stream()
                    .map(KnowledgeItem::id)
                    .distinct()
                    .toList();
            String guess = Suggestion.nearest(id, ids)
                    .map(near -> " Did you mean `" + near + "`?")
                    .orElse("");
            throw new InputException(
                    "There is no rule " + Quoted.of(id) + "." + guess + " See: " + Program.NAME + " rules list");
        }
        KnowledgeFormat format = options.matchedOptionValue("--format", KnowledgeFormat.TEXT);
        output.print(format.formatter(output.style()).explain(found));
        return ExitCode.OK;
    }
}
