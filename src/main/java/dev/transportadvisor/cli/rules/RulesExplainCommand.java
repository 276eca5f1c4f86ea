package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.report.knowledge.KnowledgeArea;
import dev.transportadvisor.report.knowledge.KnowledgeItem;
import dev.transportadvisor.report.knowledge.KnowledgeKind;
import dev.transportadvisor.report.knowledge.KnowledgeQuery;
import dev.transportadvisor.source.InputException;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code rules explain}: everything about whatever a word names. */
final class RulesExplainCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "explain",
                "Explains a word.",
                "Explains any id or word that a report, an answers file, a manifest or Slack itself shows: what it"
                        + " means, why, what to do or to check, with its source. What means several things is"
                        + " explained for each; KIND:ID narrows. The kinds: "
                        + KnowledgeKind.words() + ".",
                RulesExplainOptions.ALL,
                "rules explain many-workspaces",
                "rules explain dispatch_failed",
                "rules explain scope:commands");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        RulesExplainOptions options = RulesExplainOptions.of(parsed);
        Knowledge knowledge = Knowledge.at(options.rules(), console);
        Output output = Output.of(options.output(), console);
        output.refuseInputs(knowledge.ownFiles());
        KnowledgeQuery query = KnowledgeQuery.of(options.word());
        List<KnowledgeArea> areas = knowledge.areas();
        List<KnowledgeItem> found = query.in(areas);
        if (found.isEmpty()) {
            throw new InputException(query.unknown(areas) + advice(query, options));
        }
        output.print(options.format().formatter(output.style()).explain(found));
        return ExitCode.OK;
    }

    private static String advice(KnowledgeQuery query, RulesExplainOptions options) {
        String kinds = query.word().contains(":") ? " The kinds in KIND:ID: " + KnowledgeKind.words() + "." : "";
        String own = options.rules().isEmpty() ? " What a table of your own adds is known with --rules DIR." : "";
        return kinds + " See: " + Program.NAME + " rules list." + own;
    }
}
