package dev.transportadvisor.cli.drill;

import dev.transportadvisor.cli.command.Arguments;
import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Output;
import dev.transportadvisor.cli.console.ThisProcess;
import dev.transportadvisor.drill.DrillException;
import dev.transportadvisor.drill.DrillPlan;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.DrillRun;
import dev.transportadvisor.report.DrillFormatter;
import dev.transportadvisor.report.DrillTroubleFormatter;
import dev.transportadvisor.report.JUnitDrillFormatter;
import dev.transportadvisor.report.JsonDrillFormatter;
import dev.transportadvisor.report.MarkdownDrillFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextDrillFormatter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code drill}: plays scenarios against a bot over both transports, without Slack. */
public final class DrillCommand implements Command {

    @Override
    public CommandSpec spec() {
        return DrillOptions.spec(this);
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        Output output = new Output(console, Arguments.path(options, "--output", console));
        DrillArguments arguments = new DrillArguments(options, console);
        output.refuseInputs(arguments.inputs());
        try {
            DrillReport report = drill(arguments, console);
            // What a bot does that a signal has ended together with the drill is not its fault.
            return ThisProcess.isEnding() ? ExitCode.INTERRUPTED : print(report, options, output, console);
        } catch (DrillException e) {
            if (ThisProcess.isEnding()) {
                return ExitCode.INTERRUPTED;
            }
            console.err().print(DrillTroubleFormatter.format(e));
            return ExitCode.USAGE;
        }
    }

    private static ExitCode print(DrillReport report, ParseResult options, Output output, Console console) {
        output.print(formatter(options.matchedOptionValue("--format", DrillOptions.Format.TEXT), output.style())
                .format(report));
        if (!report.isPlayed()) {
            console.err().print(DrillTroubleFormatter.nothingPlayed(report));
            return ExitCode.USAGE;
        }
        return report.isPassed() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static DrillReport drill(DrillArguments arguments, Console console) {
        try (DrillProgress progress = new DrillProgress(console)) {
            DrillPlan plan = arguments.plan(progress);
            return new DrillRun(plan, progress::begins).run();
        }
    }

    private static DrillFormatter formatter(DrillOptions.Format format, Style style) {
        return switch (format) {
            case TEXT -> new TextDrillFormatter(style);
            case JSON -> new JsonDrillFormatter();
            case JUNIT -> new JUnitDrillFormatter();
            case MARKDOWN -> new MarkdownDrillFormatter();
        };
    }
}
