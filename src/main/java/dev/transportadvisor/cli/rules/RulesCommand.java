package dev.transportadvisor.cli.rules;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules}: what is known, and whether it holds together. */
public final class RulesCommand implements Command {

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "rules",
                        "Shows and checks what is known.",
                        "The commands know the built-in decision table, or one of your own, and what lint finds in"
                                + " manifests.",
                        "rules list",
                        "rules explain no-public-endpoint",
                        "rules check my-rules")
                .addOption(Options.help());
    }

    @Override
    public List<Subcommand> subcommands() {
        return List.of(
                new Subcommand("list", RulesListCommand::new),
                new Subcommand("explain", RulesExplainCommand::new),
                new Subcommand("check", RulesCheckCommand::new));
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        console.err().print(options.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        return ExitCode.USAGE;
    }
}
