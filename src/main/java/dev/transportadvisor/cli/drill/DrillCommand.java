package dev.transportadvisor.cli.drill;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.console.ThisProcess;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.DrillRun;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.report.drill.DrillTroubleFormatter;
import picocli.CommandLine.ParseResult;

/** {@code drill}: plays scenarios against a bot over both transports, without Slack. */
public final class DrillCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "drill",
                "Proves a bot over both transports, without Slack.",
                "Builds the bot in DIR, starts it on a local Slack and plays scenarios against it: repeated events,"
                        + " slow work, forged requests, lost connections, restarts. For a bot in any language, give"
                        + " the command that starts it after --. The bot finds SLACK_API_URL, SLACK_BOT_TOKEN,"
                        + " SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_TRANSPORT and PORT in its environment. Exits"
                        + " with 1 when a scenario fails, with 2 when the bot cannot be run or no scenario can be"
                        + " played.",
                DrillOptions.ALL,
                "drill deploy-bot",
                "drill deploy-bot --transport events-api --scenario burst",
                "drill --transport socket-mode -- node app.js");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        DrillOptions options = DrillOptions.of(parsed);
        Output output = Output.of(options.output(), console);
        DrillPreparation preparation = new DrillPreparation(options, console);
        output.refuseInputs(preparation.inputs());
        try {
            DrillReport report = drill(preparation, console);
            // What a bot does that a signal has ended together with the drill is not its fault.
            return ThisProcess.isShuttingDown()
                    ? ExitCode.INTERRUPTED
                    : print(report, options.format(), output, console);
        } catch (DrillException e) {
            if (ThisProcess.isShuttingDown()) {
                return ExitCode.INTERRUPTED;
            }
            console.err().print(DrillTroubleFormatter.format(e));
            return ExitCode.USAGE;
        }
    }

    private static DrillReport drill(DrillPreparation preparation, Console console) {
        try (DrillProgress progress = new DrillProgress(console)) {
            return new DrillRun(preparation.plan(progress), progress).run();
        }
    }

    private static ExitCode print(DrillReport report, DrillFormat format, Output output, Console console) {
        output.print(format.formatter(output.style()).format(report));
        if (!report.isPlayed()) {
            console.err().print(DrillTroubleFormatter.nothingPlayed(report));
            return ExitCode.USAGE;
        }
        return report.isPassed() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
