package dev.transportadvisor.cli.drill;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.drill.AppFeatures;
import dev.transportadvisor.drill.BotProject;
import dev.transportadvisor.drill.DrillPlan;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.report.drill.RequestUrlsFormatter;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be read and built before a drill. */
record DrillPreparation(DrillOptions options, Console console) {

    /** What stands in a title on one line. */
    private static final int LONGEST_NAME = 60;

    /**
     * The plan; a bot in a folder is built for it.
     *
     * @throws InputException if a file cannot be used, or there is nothing to play
     * @throws dev.transportadvisor.drill.process.DrillException if the bot does not build
     */
    DrillPlan plan(DrillProgress progress) {
        AppFeatures app = app();
        List<Scenario> scenarios = scenarios(app);
        console.err().print(requestUrls(app));
        BotCommand command = command();
        if (!options.skipsBuild()) {
            project().ifPresent(project -> build(project, progress));
        }
        return new DrillPlan(
                name(),
                command,
                app,
                options.transports(),
                scenarios,
                Knowledge.at(options.rules(), console).drillAdvice(),
                options.readiness().or(() -> project().map(project -> BotProject.READINESS)),
                options.requestPath(),
                options.port(),
                options.replicas(),
                options.startLimit());
    }

    /** The files that the drill reads. */
    List<Path> inputs() {
        return manifest().stream().map(console.directory()::resolve).toList();
    }

    private static void build(BotProject project, DrillProgress progress) {
        progress.says("Building the bot");
        project.build();
    }

    private BotCommand command() {
        return project().map(BotProject::start)
                .orElseGet(() ->
                        new BotCommand(options.words(), console.directory().toAbsolutePath(), Map.of()));
    }

    private Optional<BotProject> project() {
        return options.isCommand() ? Optional.empty() : Optional.of(new BotProject(folder()));
    }

    private Path folder() {
        Path folder = console.directory().resolve(options.words().get(0)).normalize();
        // The current folder has no name when it is normalised, and messages need one.
        return folder.toString().isEmpty() ? Path.of(".") : folder;
    }

    /** The name of the folder, or the beginning of the command. */
    private String name() {
        String command = String.join(" ", options.words());
        String shortened = command.length() > LONGEST_NAME ? command.substring(0, LONGEST_NAME) + "…" : command;
        return project()
                .map(project -> project.directory().toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse(shortened);
    }

    private AppFeatures app() {
        return manifest()
                .map(path -> SourceReader.read(console.directory().resolve(path), path.toString()))
                .map(AppFeatures::of)
                .orElse(AppFeatures.UNKNOWN);
    }

    /** What is to be told of the manifest's URLs before anything is posted. */
    private String requestUrls(AppFeatures app) {
        return options.transports().contains(Transport.EVENTS_API)
                ? RequestUrlsFormatter.format(
                        manifest().map(Path::toString).orElse(""), app.requestUrls(), options.requestPath())
                : "";
    }

    private Optional<Path> manifest() {
        return options.manifest().map(Path::of).or(() -> project().flatMap(BotProject::manifest));
    }

    private List<Scenario> scenarios(AppFeatures app) {
        List<Scenario> all = Knowledge.at(options.rules(), console).scenarios();
        Set<Scenario> named = options.scenarios().stream()
                .map(id -> DrillOptions.SCENARIO.choice(id, all, Scenario::id))
                .collect(Collectors.toSet());
        named.stream().filter(this::needsMoreReplicas).findFirst().ifPresent(scenario -> {
            throw new InputException("The scenario " + scenario.id() + " is about replicas: --replicas "
                    + scenario.replicas() + " or more.");
        });
        List<Scenario> chosen = all.stream()
                .filter(named.isEmpty() ? scenario -> isFor(scenario, app) : named::contains)
                .toList();
        Set<Transport> transports = options.transports();
        if (chosen.stream().map(Scenario::transports).allMatch(own -> Collections.disjoint(own, transports))) {
            throw new InputException("There is no scenario to play over "
                    + transports.stream().map(Transport::word).collect(Collectors.joining(" or ")) + ".");
        }
        return chosen;
    }

    private boolean isFor(Scenario scenario, AppFeatures app) {
        return !needsMoreReplicas(scenario) && (app.oauth().isDistributed() || !scenario.isAboutInstallations());
    }

    private boolean needsMoreReplicas(Scenario scenario) {
        return scenario.replicas() > options.replicas();
    }
}
