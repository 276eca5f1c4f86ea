package dev.transportadvisor.cli.simulate;

import dev.transportadvisor.cli.command.Command;
import dev.transportadvisor.cli.command.CommandDescription;
import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.ThisProcess;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.lint.ManifestLinter;
import dev.transportadvisor.report.drill.SimulateFormatter;
import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.app.DeclaredApp;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ParseResult;

/** {@code simulate}: a local Slack for a bot under development, until Ctrl-C. */
public final class SimulateCommand implements Command {

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "simulate",
                "Runs a local Slack for a bot under development.",
                "Prints the environment that the bot needs, then runs until Ctrl-C, and tells of each delivery in a"
                        + " line. On its page, on the same port, several people write to the bot, click and fill in"
                        + " modals; deliveries, calls and faults stand beside it. Nothing leaves this machine.",
                SimulateOptions.ALL,
                "simulate",
                "simulate --manifest manifest.yaml",
                "simulate --request-url http://localhost:3000/slack/events",
                "simulate --save story.json");
    }

    @Override
    public ExitCode run(ParseResult parsed, Console console) {
        SimulateOptions options = SimulateOptions.of(parsed);
        ManifestLinter linter =
                new ManifestLinter(Builtin.knowledge().manifestRules(), Optional.empty());
        Optional<DeclaredApp> app = options.manifest().map(new AppReader(linter, console)::read);
        app.ifPresent(known -> checkInstallation(options, known));
        SimulatorSettings settings = settings(options, app).withManifestValidator(new ManifestValidator(linter));
        try (SlackSimulator slack = SlackSimulator.start(settings)) {
            Optional<StoryFile> story = options.save().map(file -> storyFile(file, linter, console));
            story.ifPresent(file -> file.restore(slack.storyteller()));
            ThisProcess.onShutdown(() -> end(slack, story));
            if (!options.isQuiet()) {
                TerminalWatcher.tell(slack, console.err());
            }
            app.map(DeclaredApp::profile).ifPresent(slack.people().app()::set);
            console.err().print(SimulateFormatter.running(settings));
            app.ifPresent(known -> console.err()
                    .print(SimulateFormatter.manifest(options.manifest().orElseThrow(), known, settings)));
            console.err().print(SimulateFormatter.access(slack.url()));
            console.out().print(SimulateFormatter.environment(environment(slack, settings)));
            // Where it could not be printed, the program says why.
            return console.out().checkError() ? ExitCode.USAGE : waitForSignal();
        }
    }

    /** With the transport, since a bot of both would else take its own. */
    private static Map<String, String> environment(SlackSimulator slack, SimulatorSettings settings) {
        Map<String, String> environment = new LinkedHashMap<>(slack.environment());
        Transport transport = settings.requestUrl().isPresent() ? Transport.EVENTS_API : Transport.SOCKET_MODE;
        environment.put("SLACK_TRANSPORT", transport.word());
        return environment;
    }

    private static void end(SlackSimulator slack, Optional<StoryFile> story) {
        story.ifPresent(file -> file.write(slack.storyteller()));
        slack.close();
    }

    private static StoryFile storyFile(Path file, ManifestLinter linter, Console console) {
        return new StoryFile(
                console.directory().resolve(file),
                file.toString(),
                linter.catalog().facts().secrets()::hiding,
                console.err());
    }

    private static ExitCode waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED;
    }

    private static void checkInstallation(SimulateOptions options, DeclaredApp app) {
        if (options.installation() == Installation.ORGANIZATION && !app.oauth().isOrgWide()) {
            throw new InputException(SimulateOptions.ORG_WIDE.name() + ": "
                    + Quoted.visible(options.manifest().orElse(""))
                    + " is of an app that is installed in workspaces only, since settings.org_deploy_enabled is not"
                    + " true.");
        }
    }

    private static SimulatorSettings settings(SimulateOptions options, Optional<DeclaredApp> app) {
        SimulatorSettings scaled = SimulatorSettings.DEFAULT
                .withPort(options.port())
                .withTimeScale(options.timeScale())
                .withInstallation(options.installation());
        SimulatorSettings reached =
                options.requestUrl().map(scaled::withRequestUrl).orElse(scaled);
        return app.map(reached::withApp).orElse(reached);
    }
}
