package dev.transportadvisor.cli.simulate;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.ThisProcess;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.report.SimulateFormatter;
import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.app.DeclaredApp;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.source.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code simulate}: a local Slack for a bot under development, until Ctrl-C. */
public final class SimulateCommand implements Command {

    private static final int PORT = 7800;
    private static final int HIGHEST_PORT = 65_535;
    private static final int TIME_SCALE = 60;

    @Override
    public CommandSpec spec() {
        return Options.spec(
                        this,
                        "simulate",
                        "Runs a local Slack for a bot under development.",
                        "Prints the environment that the bot needs, then runs until Ctrl-C. Its page on the same port"
                                + " shows what happens, and sends events, commands, clicks and faults. Nothing leaves"
                                + " this machine.",
                        "simulate",
                        "simulate --manifest manifest.yaml",
                        "simulate --request-url http://localhost:3000/slack/events")
                .addOption(Options.number(
                                "--port",
                                "PORT",
                                "0 to " + HIGHEST_PORT,
                                "The port to listen on, 0 for a free one. Default: " + PORT + "."))
                .addOption(Options.value(
                                "--request-url",
                                "URL",
                                String.class,
                                "Post to the bot at URL, on this machine (Events API). Default: the bot connects"
                                        + " (Socket Mode)."))
                .addOption(ManifestOption.spec("Send only what this app manifest lets Slack send, say why something is"
                        + " withheld, and grant its scopes; - reads standard input. Default: send everything."))
                .addOption(Options.number(
                                "--time-scale",
                                "FACTOR",
                                TimeScale.ALLOWED,
                                "Run Slack's schedules, such as retries, so many times as fast. The bot always has"
                                        + " its 3 seconds. Default: 60, a minute takes a second."))
                .addOption(Options.help());
    }

    @Override
    public ExitCode run(ParseResult options, Console console) {
        ManifestLinter linter =
                new ManifestLinter(Builtin.manifestRules(), Optional.empty());
        Optional<String> path = ManifestOption.path(options);
        Optional<DeclaredApp> app = path.map(new ManifestOption(linter, console)::read);
        SimulatorSettings chosen = settings(options).withManifestValidator(new ManifestValidator(linter));
        SimulatorSettings settings = app.map(chosen::withApp).orElse(chosen);
        try (SlackSimulator slack = SlackSimulator.start(settings)) {
            ThisProcess.atSignal(slack::close);
            console.err()
                    .print(SimulateFormatter.running(settings)
                            + app.map(declared -> SimulateFormatter.manifest(path.get(), declared, settings))
                                    .orElse("")
                            + SimulateFormatter.access(slack.url()));
            console.out().print(SimulateFormatter.environment(slack.environment()));
            if (console.out().checkError()) {
                // The program says why.
                return ExitCode.USAGE;
            }
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private static SimulatorSettings settings(ParseResult options) {
        int port = options.matchedOptionValue("--port", PORT);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InputException("--port is " + port + ". Allowed: 0 to " + HIGHEST_PORT + ".");
        }
        int scale = options.matchedOptionValue("--time-scale", TIME_SCALE);
        if (!TimeScale.isAllowed(scale)) {
            throw new InputException("--time-scale is " + scale + ". Allowed: " + TimeScale.ALLOWED + ".");
        }
        SimulatorSettings settings = SimulatorSettings.DEFAULT.withPort(port).withTimeScale(scale);
        return Optional.<String>ofNullable(options.matchedOptionValue("--request-url", null))
                .map(SimulateCommand::requestUrl)
                .map(settings::withRequestUrl)
                .orElse(settings);
    }

    private static URI requestUrl(String text) {
        try {
            URI url = new URI(text);
            if (Loopback.isHttp(url)) {
                return url;
            }
        } catch (URISyntaxException e) {
            // The same as a URL of another machine: it cannot be used.
        }
        throw new InputException("--request-url is '" + text + "'. Allowed: an http or https URL of this machine, such"
                + " as http://localhost:3000/slack/events, since the local Slack sends nothing elsewhere.");
    }
}
