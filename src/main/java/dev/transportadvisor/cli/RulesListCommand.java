package dev.transportadvisor.cli;

import dev.transportadvisor.report.KnowledgeItem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules list}: everything that is known, a line each. */
final class RulesListCommand implements Command {

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "list",
                        "Lists what is known.",
                        "Prints the ids of criteria, rules, questions and cautions.",
                        "rules list")
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
        KnowledgeFormat format = options.matchedOptionValue("--format", KnowledgeFormat.TEXT);
        output.print(format.formatter(output.style()).list(KnowledgeItem.of(knowledge.table())));
        return ExitCode.OK;
    }
}
