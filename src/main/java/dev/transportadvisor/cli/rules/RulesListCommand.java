package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Arguments;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.report.KnowledgeKind;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules list}: everything that is known, a line each. */
public final class RulesListCommand implements Command {

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "list",
                        "Lists what is known.",
                        "Prints the ids of criteria, rules, questions, cautions and all that lint finds in manifests.",
                        "rules list",
                        "rules list --kind lint")
                .addOption(Options.format(KnowledgeFormat.class, KnowledgeFormat.TEXT))
                .addOption(Options.choice("--kind", "KIND", "kind", KnowledgeKind.class, "List only these")
                        .build())
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
        Optional<KnowledgeKind> kind = Optional.ofNullable(options.matchedOptionValue("--kind", null));
        output.print(format.formatter(output.style())
                .list(knowledge.items().stream()
                        .filter(item -> kind.isEmpty() || item.kind() == kind.get())
                        .toList()));
        return ExitCode.OK;
    }
}
