package dev.transportadvisor.cli;

import dev.transportadvisor.report.JsonKnowledgeFormatter;
import dev.transportadvisor.report.KnowledgeFormatter;
import dev.transportadvisor.report.KnowledgeItem;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextKnowledgeFormatter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules list}: everything that is known, a line each. */
final class RulesListCommand implements Command {

    enum Format {
        TEXT,
        JSON;

        KnowledgeFormatter formatter(Style style) {
            return this == TEXT ? new TextKnowledgeFormatter(style) : new JsonKnowledgeFormatter();
        }
    }

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "list",
                        "Lists what is known.",
                        "Prints the ids of criteria, rules, questions and cautions.",
                        "rules list")
                .addOption(Options.format(Format.class, Format.TEXT))
                .addOption(Options.output())
                .addOption(Options.rules())
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        Knowledge knowledge = Knowledge.of(options, console);
        Output output = new Output(console, Arguments.path(options, "--output", console));
        output.refuseInputs(knowledge.ownFiles());
        Format format = options.matchedOptionValue("--format", Format.TEXT);
        output.print(format.formatter(output.style()).list(KnowledgeItem.of(knowledge.table())));
        return ExitCode.OK;
    }
}
