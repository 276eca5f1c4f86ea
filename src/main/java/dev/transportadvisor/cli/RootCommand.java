package dev.transportadvisor.cli;

import dev.transportadvisor.cli.ask.AskCommand;
import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.cli.drill.DrillCommand;
import dev.transportadvisor.cli.help.HelpCommand;
import dev.transportadvisor.cli.lint.LintCommand;
import dev.transportadvisor.cli.recommend.RecommendCommand;
import dev.transportadvisor.cli.rules.RulesCommand;
import dev.transportadvisor.cli.scaffold.ScaffoldCommand;
import dev.transportadvisor.cli.simulate.SimulateCommand;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The program without the name of a command: its version, and which commands there are. */
final class RootCommand implements Command {

    private static final Argument<Boolean> VERSION = Options.flag("-V, --version", "Show the version.");

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                Program.NAME,
                "Decides how Slack reaches a bot, checks its manifest, writes the bot and proves it.",
                "Start with ask, or with an answers file; the samples folder holds some. help lists the topics of the"
                        + " reference.",
                List.of(VERSION),
                "ask");
    }

    @Override
    public List<Subcommand> subcommands() {
        return List.of(
                new Subcommand("ask", () -> new AskCommand(Main::run)),
                new Subcommand("recommend", RecommendCommand::new),
                new Subcommand("scaffold", ScaffoldCommand::new),
                new Subcommand("lint", LintCommand::new),
                new Subcommand("simulate", SimulateCommand::new),
                new Subcommand("drill", DrillCommand::new),
                new Subcommand("rules", RulesCommand::new),
                new Subcommand("help", () -> new HelpCommand(Main::everyCommand)));
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        if (!VERSION.in(parsed)) {
            return Command.super.run(parsed, console);
        }
        console.out().println(Program.NAME + " " + Program.version());
        return ExitCode.OK;
    }
}
