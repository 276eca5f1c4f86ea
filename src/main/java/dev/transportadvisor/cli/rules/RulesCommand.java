package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import java.util.List;

/** {@code rules}: what is known, and whether it holds together. */
public final class RulesCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "rules",
                "Shows and checks what is known.",
                "The commands know the built-in decision table, or one of your own, and what lint finds in manifests.",
                List.of(),
                "rules list",
                "rules explain no-public-endpoint",
                "rules check my-rules");
    }

    @Override
    public List<Subcommand> subcommands() {
        return List.of(
                new Subcommand("list", RulesListCommand::new),
                new Subcommand("explain", RulesExplainCommand::new),
                new Subcommand("check", RulesCheckCommand::new));
    }
}
