package dev.transportadvisor.cli.drill;

import dev.transportadvisor.cli.command.Options;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code drill}. */
final class DrillOptions {

    enum Format {
        TEXT,
        JSON,
        JUNIT,
        MARKDOWN
    }

    static final int HIGHEST_PORT = 65_535;

    /** In seconds. */
    static final int LONGEST_START = 3_600;

    private DrillOptions() {}

    static CommandSpec spec(DrillCommand command) {
        CommandSpec spec = Options.spec(
                command,
                "drill",
                "Proves a bot over both transports, without Slack.",
                "Builds the bot in DIR, starts it on a local Slack and plays scenarios against it: repeated events,"
                        + " slow work, forged requests, lost connections, restarts. For a bot in any language, give"
                        + " the command that starts it after --. The bot finds SLACK_API_URL, SLACK_BOT_TOKEN,"
                        + " SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_TRANSPORT and PORT in its environment. Exits"
                        + " with 1 when a scenario fails, with 2 when the bot cannot be run or no scenario can be"
                        + " played.",
                "drill deploy-bot",
                "drill deploy-bot --transport events-api --scenario burst",
                "drill --transport socket-mode -- node app.js");
        addBot(spec);
        addReach(spec);
        return spec.addOption(Options.format(Format.class, Format.TEXT))
                .addOption(Options.output())
                .addOption(Options.path("DIR", "--rules")
                        .description("Take the scenarios in DIR/drill instead of the built-in ones.")
                        .build())
                .addOption(Options.help());
    }

    /** Which bot it is, and what to play. */
    private static void addBot(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("DIR or COMMAND")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1..*")
                        .required(true)
                        .description("The folder of a bot, whose .slack/hooks.json says how it is started; or, behind"
                                + " --, the command that starts one.")
                        .build())
                .addOption(Options.values(
                                "--transport",
                                "TRANSPORT",
                                "Drill only over this transport: socket-mode or events-api. May be repeated; needed"
                                        + " with COMMAND."))
                .addOption(Options.values("--scenario", "ID", "Play only this scenario. May be repeated."))
                .addOption(Options.typedPath("FILE", "--manifest")
                        .description("The app manifest, which names the events and the slash command to send;"
                                + " DIR/manifest.yaml by default. Without one, only mentions.")
                        .build());
    }

    /** How the bot is started and reached. */
    private static void addReach(CommandSpec spec) {
        spec.addOption(Options.value(
                                "--readiness",
                                "URL",
                                String.class,
                                "Where the bot says whether it is ready: a path on its port, or a URL. Default with"
                                        + " DIR: /readyz."))
                .addOption(Options.value(
                                "--request-path",
                                "PATH",
                                String.class,
                                "Where the bot takes Slack's requests. Default: /slack/events."))
                .addOption(Options.number(
                                "--port",
                                "PORT",
                                "0 to " + HIGHEST_PORT,
                                "The port of the bot, for one that does not take PORT from its environment."
                                        + " Default: a free one."))
                .addOption(Options.number(
                                "--timeout",
                                "SECONDS",
                                "1 to " + LONGEST_START,
                                "How long the bot may take to start. Default: 60."))
                .addOption(Options.flag("--skip-build", "Start the bot in DIR as it was built last."));
    }
}
