package dev.transportadvisor.cli.drill;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.knowledge.Knowledge;
import dev.transportadvisor.drill.AppSurface;
import dev.transportadvisor.drill.BotCommand;
import dev.transportadvisor.drill.BotProject;
import dev.transportadvisor.drill.DrillPlan;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.source.Suggestion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/** The command line of a drill, as the plan that it makes. */
final class DrillArguments {

    /** Where Bolt takes requests: docs.slack.dev/tools, Bolt for Java, JavaScript and Python. */
    private static final String REQUEST_PATH = "/slack/events";

    /** Three times what a bot on the JVM takes to start on two busy cores. */
    private static final int START_SECONDS = 60;

    /** What stands in a title on one line. */
    private static final int LONGEST_NAME = 60;

    private final ParseResult options;
    private final Console console;
    private final List<String> words;
    private final boolean isCommand;

    DrillArguments(ParseResult options, Console console) {
        this.options = options;
        this.console = console;
        words = options.matchedPositionalValue(0, List.of());
        isCommand = options.originalArgs().contains("--");
    }

    /**
     * The plan; a bot in a folder is built for it.
     *
     * @throws InputException if an argument is wrong
     * @throws dev.transportadvisor.drill.DrillException if the bot does not build
     */
    DrillPlan plan(DrillProgress progress) {
        checkShape();
        int port = number("--port", 0, 0, DrillOptions.HIGHEST_PORT);
        Duration startLimit = Duration.ofSeconds(number("--timeout", START_SECONDS, 1, DrillOptions.LONGEST_START));
        Set<Transport> transports = transports();
        List<Scenario> scenarios = scenarios(transports);
        AppSurface app = manifest()
                .map(path -> SourceReader.read(console.directory().resolve(path), path.toString()))
                .map(AppSurface::of)
                .orElse(AppSurface.UNKNOWN);
        Optional<String> readiness = text("--readiness").or(() -> project().map(none -> BotProject.READINESS));
        readiness.ifPresent(DrillArguments::checkAddress);
        BotCommand command = project().map(BotProject::start)
                .orElseGet(() -> new BotCommand(words, console.directory().toAbsolutePath(), Map.of()));
        build(progress);
        return new DrillPlan(
                name(),
                command,
                app,
                transports,
                scenarios,
                readiness,
                text("--request-path").orElse(REQUEST_PATH),
                port,
                startLimit);
    }

    /** The files that the drill reads. */
    List<Path> inputs() {
        return manifest().stream().map(console.directory()::resolve).toList();
    }

    private void checkShape() {
        if (!isCommand && words.size() > 1) {
            throw new InputException("One folder can be drilled at a time, not " + words.size()
                    + ". A command comes after --.");
        }
        if (!isCommand && words.get(0).isEmpty()) {
            throw new InputException("The name of the folder is empty.");
        }
        if (isCommand && !options.hasMatchedOption("--transport")) {
            throw new InputException("With a command, say over which transport the bot speaks: --transport"
                    + " socket-mode or --transport events-api.");
        }
        text("--request-path").filter(path -> !isPath(path)).ifPresent(path -> {
            throw new InputException("--request-path " + Quoted.of(path)
                    + " is not the path of a URL, which begins with / and has no spaces.");
        });
    }

    private void build(DrillProgress progress) {
        if (!options.hasMatchedOption("--skip-build")) {
            project().ifPresent(project -> {
                progress.says("Building the bot");
                project.build();
            });
        }
    }

    private Optional<BotProject> project() {
        return isCommand ? Optional.empty() : Optional.of(new BotProject(folder()));
    }

    private Path folder() {
        Path folder = console.directory().resolve(words.get(0)).normalize();
        // The current folder has no name when it is normalised, and messages need one.
        return folder.toString().isEmpty() ? Path.of(".") : folder;
    }

    /** The name of the folder, or the beginning of the command. */
    private String name() {
        String command = String.join(" ", words);
        String shortened = command.length() > LONGEST_NAME ? command.substring(0, LONGEST_NAME) + "…" : command;
        return project()
                .map(project -> project.directory().toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse(shortened);
    }

    private Optional<Path> manifest() {
        return text("--manifest").map(Path::of).or(() -> project().flatMap(BotProject::manifest));
    }

    private Set<Transport> transports() {
        List<String> named = options.matchedOptionValue("--transport", List.of());
        List<Transport> all = Arrays.asList(Transport.values());
        List<Transport> chosen = named.stream()
                .map(word -> choice("--transport", word, all, Transport::word))
                .toList();
        return EnumSet.copyOf(named.isEmpty() ? all : chosen);
    }

    private List<Scenario> scenarios(Set<Transport> transports) {
        List<Scenario> all = Knowledge.of(options, console).scenarios();
        List<String> named = options.matchedOptionValue("--scenario", List.of());
        List<Scenario> chosen = new ArrayList<>(all);
        if (!named.isEmpty()) {
            chosen.retainAll(
                    named.stream().map(id -> choice("--scenario", id, all, Scenario::id)).toList());
        }
        if (chosen.stream().map(Scenario::transports).allMatch(own -> Collections.disjoint(own, transports))) {
            throw new InputException("There is no scenario to play over "
                    + String.join(" or ", transports.stream().map(Transport::word).toList()) + ".");
        }
        return chosen;
    }

    private static <T> T choice(String option, String word, List<T> all, Function<T, String> name) {
        return all.stream()
                .filter(item -> name.apply(item).equals(word))
                .findFirst()
                .orElseThrow(() -> new InputException(Quoted.of(word) + " is no value for " + option + ". "
                        + Suggestion.sentence(word, all.stream().map(name).toList())));
    }

    private int number(String option, int otherwise, int least, int most) {
        int value = options.matchedOptionValue(option, otherwise);
        if (value < least || value > most) {
            throw new InputException(option + " " + value + " is out of range: from " + least + " to " + most + ".");
        }
        return value;
    }

    private Optional<String> text(String option) {
        return Optional.ofNullable(options.matchedOptionValue(option, null));
    }

    /** Only this machine is asked: a drill sends nothing elsewhere. */
    private static void checkAddress(String address) {
        if (!isPath(address) && !isOfThisMachine(address)) {
            throw new InputException("--readiness " + Quoted.of(address) + " is neither a path such as /readyz nor an"
                    + " http URL of this machine.");
        }
    }

    private static boolean isPath(String text) {
        return text.startsWith("/") && isOfThisMachine("http://127.0.0.1" + text);
    }

    private static boolean isOfThisMachine(String url) {
        try {
            return Loopback.isHttp(URI.create(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
