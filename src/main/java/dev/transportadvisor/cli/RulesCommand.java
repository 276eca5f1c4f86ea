package dev.transportadvisor.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules}: what is known, and whether it holds together. */
final class RulesCommand implements Command {

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "rules",
                        "Shows and checks what is known.",
                        "The commands know the built-in decision table, or one of your own, and what lint finds in manifests.",
                        "rules list",
                        "rules explain no-public-endpoint",
                        "rules check my-rules")
                .addSubcommand("list", new RulesListCommand().spec())
                .addSubcommand("explain", new RulesExplainCommand().spec())
                .addSubcommand("check", new RulesCheckCommand().spec())
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        console.err().print(options.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        return ExitCode.USAGE;
    }
}
