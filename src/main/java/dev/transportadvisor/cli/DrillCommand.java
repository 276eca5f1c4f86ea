package dev.transportadvisor.cli;

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
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code drill}: plays scenarios against a bot over both transports, without Slack. */
final class DrillCommand implements Command {

    private enum Format {
        TEXT,
        JSON,
        JUNIT,
        MARKDOWN
    }

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "drill",
                        "Proves a bot over both transports, without Slack.",
                        "Builds the bot in DIR, starts it on a local Slack and plays scenarios against it: repeated"
                                + " events, slow work, forged requests, lost connections, restarts. For a bot in any"
                                + " language, give the command that starts it after --. The bot finds SLACK_API_URL,"
                                + " SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_TRANSPORT and PORT in"
                                + " its environment. Exits with 1 when a scenario fails, with 2 when the bot cannot be"
                                + " run or no scenario can be played.",
                        "drill deploy-bot",
                        "drill deploy-bot --transport events-api --scenario burst",
                        "drill --transport socket-mode -- node app.js")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("DIR or COMMAND")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1..*")
                        .required(true)
                        .description("The folder of a bot, whose .slack/hooks.json says how it is started; or, behind"
                                + " --, the command that starts one.")
                        .build())
                .addOption(texts("--transport", "TRANSPORT")
                        .description("Drill only over this transport: socket-mode or events-api. May be repeated;"
                                + " needed with COMMAND.")
                        .build())
                .addOption(texts("--scenario", "ID")
                        .description("Play only this scenario. May be repeated.")
                        .build())
                .addOption(OptionSpec.builder("--manifest")
                        .paramLabel("FILE")
                        .type(String.class)
                        .description("The app manifest, which names the events and the slash command to send;"
                                + " DIR/manifest.yaml by default. Without one, only mentions.")
                        .build())
                .addOption(OptionSpec.builder("--readiness")
                        .paramLabel("URL")
                        .type(String.class)
                        .description("Where the bot says whether it is ready: a path on its port, or a URL. Default"
                                + " with DIR: /readyz.")
                        .build())
                .addOption(OptionSpec.builder("--request-path")
                        .paramLabel("PATH")
                        .type(String.class)
                        .description("Where the bot takes Slack's requests. Default: /slack/events.")
                        .build())
                .addOption(OptionSpec.builder("--port")
                        .paramLabel("PORT")
                        .type(int.class)
                        .description("The port of the bot, for one that does not take PORT from its environment."
                                + " Default: a free one.")
                        .build())
                .addOption(OptionSpec.builder("--timeout")
                        .paramLabel("SECONDS")
                        .type(int.class)
                        .description("How long the bot may take to start. Default: 60.")
                        .build())
                .addOption(OptionSpec.builder("--skip-build")
                        .type(boolean.class)
                        .description("Start the bot in DIR as it was built last.")
                        .build())
                .addOption(Options.format(Format.class, Format.TEXT))
                .addOption(Options.output())
                .addOption(OptionSpec.builder("--rules")
                        .paramLabel("DIR")
                        .type(Path.class)
                        .description("Take the scenarios in DIR/drill instead of the built-in ones.")
                        .build())
                .addOption(Options.help());
    }

    private static OptionSpec.Builder texts(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).type(List.class).auxiliaryTypes(String.class);
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        Output output = new Output(console, Arguments.path(options, "--output", console));
        DrillArguments arguments = new DrillArguments(options, console);
        output.refuseInputs(arguments.inputs());
        try {
            DrillReport report = drill(arguments, console);
            output.print(formatter(options.matchedOptionValue("--format", Format.TEXT), output.style())
                    .format(report));
            if (!report.isPlayed()) {
                console.err().print(DrillTroubleFormatter.nothingPlayed(report));
                return ExitCode.USAGE;
            }
            return report.isPassed() ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (DrillException e) {
            console.err().print(DrillTroubleFormatter.format(e));
            return ExitCode.USAGE;
        }
    }

    private static DrillReport drill(DrillArguments arguments, Console console) {
        try (DrillProgress progress = new DrillProgress(console)) {
            DrillPlan plan = arguments.plan(progress);
            return new DrillRun(plan, progress::begins).run();
        }
    }

    private static DrillFormatter formatter(Format format, Style style) {
        return switch (format) {
            case TEXT -> new TextDrillFormatter(style);
            case JSON -> new JsonDrillFormatter();
            case JUNIT -> new JUnitDrillFormatter();
            case MARKDOWN -> new MarkdownDrillFormatter();
        };
    }
}
