package dev.transportadvisor.cli.drill;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.command.Parameters;
import dev.transportadvisor.drill.DrillPlan;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code drill} says.
 *
 * @param words a folder, or a command and its arguments
 * @param isCommand whether they stand behind {@code --}
 * @param scenarios the ids of those to play; none for all
 * @param manifest what the user calls it
 * @param readiness a path on the bot's port, or a URL of this machine
 * @param port 0 for a free one
 * @param replicas how many processes of the bot share the work
 * @param startLimit how long the bot may take to start
 * @param rules the folder of scenarios of the user's own
 */
record DrillOptions(
        List<String> words,
        boolean isCommand,
        Set<Transport> transports,
        List<String> scenarios,
        Optional<String> manifest,
        Optional<String> readiness,
        String requestPath,
        int port,
        int replicas,
        Duration startLimit,
        boolean skipsBuild,
        DrillFormat format,
        Optional<Path> output,
        Optional<Path> rules) {

    private static final Argument<List<String>> BOT = Parameters.several(
            "DIR or COMMAND",
            "The folder of a bot, whose .slack/hooks.json says how it is started; or, behind --, the command that"
                    + " starts one.");

    private static final Argument<List<String>> TRANSPORT = Options.texts(
            "--transport",
            "TRANSPORT",
            "Drill only over this transport: socket-mode or events-api. May be repeated; needed with COMMAND.");

    static final Argument<List<String>> SCENARIO =
            Options.texts("--scenario", "ID", "Play only this scenario. May be repeated.");

    private static final Argument<Optional<String>> MANIFEST = Options.typedPath(
            "--manifest",
            "FILE",
            "The app manifest, which names the events and the slash command to send; DIR/manifest.yaml by default."
                    + " Without one, only mentions.");

    private static final Argument<Optional<String>> READINESS = Options.text(
            "--readiness",
            "URL",
            "Where the bot says whether it is ready: a path on its port, or a URL. Default with DIR: /readyz.");

    private static final Argument<Optional<String>> REQUEST_PATH = Options.text(
            "--request-path",
            "PATH",
            "Where the bot takes those of Slack's requests for which the manifest names no path. Default:"
                    + " /slack/events.");

    private static final Argument<Integer> PORT = Options.number(
            "--port",
            "PORT",
            0,
            65_535,
            0,
            "The port of the bot, for one that does not take PORT from its environment. Default: a free one.");

    private static final Argument<Integer> REPLICAS = Options.number(
            "--replicas",
            "N",
            1,
            DrillPlan.MOST_REPLICAS,
            1,
            "Start so many of the bot, each with a port of its own in PORT, and spread deliveries over them; plays the"
                    + " scenarios about replicas as well. Default: 1.");

    /** By default three times what a bot on the JVM takes to start on two busy cores. */
    private static final Argument<Integer> TIMEOUT = Options.number(
            "--timeout", "SECONDS", 1, 3_600, 60, "How long the bot may take to start. Default: 60.");

    private static final Argument<Boolean> SKIP_BUILD =
            Options.flag("--skip-build", "Start the bot in DIR as it was built last.");

    private static final Argument<DrillFormat> FORMAT = Options.format(DrillFormat.class, DrillFormat.TEXT);

    private static final Argument<Optional<Path>> SCENARIOS = Options.path(
            Options.RULES.name(), "DIR", "Take the scenarios in DIR/drill instead of the built-in ones.");

    static final List<Argument<?>> ALL = List.of(
            BOT,
            TRANSPORT,
            SCENARIO,
            MANIFEST,
            READINESS,
            REQUEST_PATH,
            PORT,
            REPLICAS,
            TIMEOUT,
            SKIP_BUILD,
            FORMAT,
            Options.OUTPUT,
            SCENARIOS);

    /** Where Bolt takes requests: docs.slack.dev/tools, Bolt for Java, JavaScript and Python. */
    private static final String SLACK_EVENTS = "/slack/events";

    /** @throws InputException if arguments do not fit each other, or one is wrong */
    static DrillOptions of(ParseResult parsed) {
        List<String> words = BOT.in(parsed);
        boolean isCommand = parsed.originalArgs().contains("--");
        List<String> transports = TRANSPORT.in(parsed);
        checkBot(words, isCommand, transports);
        checkReplicas(parsed);
        return new DrillOptions(
                words,
                isCommand,
                transports(transports),
                SCENARIO.in(parsed),
                MANIFEST.in(parsed),
                READINESS.in(parsed).map(DrillOptions::checkedReadiness),
                checkedRequestPath(REQUEST_PATH.in(parsed).orElse(SLACK_EVENTS)),
                PORT.in(parsed),
                REPLICAS.in(parsed),
                Duration.ofSeconds(TIMEOUT.in(parsed)),
                SKIP_BUILD.in(parsed),
                FORMAT.in(parsed),
                Options.OUTPUT.in(parsed),
                SCENARIOS.in(parsed));
    }

    private static void checkBot(List<String> words, boolean isCommand, List<String> transports) {
        if (!isCommand && words.size() > 1) {
            throw new InputException("One folder can be drilled at a time, not " + words.size()
                    + ". A command comes after --.");
        }
        if (!isCommand && words.get(0).isEmpty()) {
            throw new InputException("The name of the folder is empty.");
        }
        if (isCommand && transports.isEmpty()) {
            throw new InputException("With a command, say over which transport the bot speaks: " + TRANSPORT.name()
                    + " socket-mode or " + TRANSPORT.name() + " events-api.");
        }
    }

    /** No two processes can listen on one port. */
    private static void checkReplicas(ParseResult parsed) {
        if (REPLICAS.in(parsed) == 1) {
            return;
        }
        if (PORT.in(parsed) != 0) {
            throw new InputException(PORT.name() + " is for one process. With " + REPLICAS.name()
                    + " each has a port of its own in PORT; for a bot that takes it as an argument: -- sh -c 'node"
                    + " app.js $PORT'.");
        }
        READINESS.in(parsed).filter(address -> !address.startsWith("/")).ifPresent(url -> {
            throw new InputException(READINESS.name() + " " + Quoted.of(url) + " is the address of one process. With "
                    + REPLICAS.name() + ", give a path such as /readyz, which is asked for on each port.");
        });
    }

    private static Set<Transport> transports(List<String> named) {
        List<Transport> all = Arrays.asList(Transport.values());
        return EnumSet.copyOf(
                named.isEmpty()
                        ? all
                        : named.stream()
                                .map(word -> TRANSPORT.choice(word, all, Transport::word))
                                .toList());
    }

    /** Only this machine is asked: a drill sends nothing elsewhere. */
    private static String checkedReadiness(String address) {
        if (!isPath(address) && !isOfThisMachine(address)) {
            throw new InputException(READINESS.name() + " " + Quoted.of(address)
                    + " is neither a path such as /readyz nor an http URL of this machine.");
        }
        return address;
    }

    private static String checkedRequestPath(String path) {
        if (!isPath(path)) {
            throw new InputException(REQUEST_PATH.name() + " " + Quoted.of(path)
                    + " is not the path of a URL, which begins with / and has no spaces.");
        }
        return path;
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
