package dev.transportadvisor.cli.simulate;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.simulator.http.Loopback;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.source.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line of {@code simulate} says.
 *
 * @param port 0 for a free one
 * @param requestUrl where the bot takes requests; empty for Socket Mode
 * @param manifest what the user calls the manifest of the app
 * @param installation where the app is installed
 * @param timeScale how many times as fast as at Slack its schedules run
 * @param save the file that holds what has happened
 * @param isQuiet whether nothing is told of what happens
 */
record SimulateOptions(
        int port,
        Optional<URI> requestUrl,
        Optional<String> manifest,
        Installation installation,
        int timeScale,
        Optional<Path> save,
        boolean isQuiet) {

    private static final Argument<Integer> PORT = Options.number(
            "--port", "PORT", 0, 65_535, 7800, "The port to listen on, 0 for a free one. Default: 7800.");

    private static final Argument<Optional<String>> REQUEST_URL = Options.text(
            "--request-url",
            "URL",
            "Post to the bot at URL, on this machine (Events API); to the paths of the manifest, where it names others."
                    + " Default: the bot connects (Socket Mode).");

    private static final Argument<Optional<String>> MANIFEST = Options.typedPath(
            "--manifest",
            "MANIFEST",
            "Send only what this app manifest lets Slack send, say why something is withheld, and grant its scopes; -"
                    + " reads standard input. Default: send everything.");

    static final Argument<Boolean> ORG_WIDE = Options.flag(
            "--org-wide",
            "Play an org-wide installation on Enterprise Grid: is_enterprise_install is true, and no team is named"
                    + " where Slack names none.");

    private static final Argument<Integer> TIME_SCALE = Options.number(
            "--time-scale",
            "FACTOR",
            TimeScale.LEAST,
            TimeScale.MOST,
            60,
            "Run Slack's schedules, such as retries, so many times as fast. The bot always has its 3 seconds. Default:"
                    + " 60, a minute takes a second.");

    private static final Argument<Optional<Path>> SAVE = Options.path(
            "--save",
            "FILE",
            "Go on from what FILE holds, if it is there, and write what has happened to it at the end: messages, Home"
                    + " tabs, deliveries; no tokens.");

    private static final Argument<Boolean> QUIET =
            Options.flag("--quiet", "Do not tell of each connection and delivery in a line.");

    static final List<Argument<?>> ALL = List.of(PORT, REQUEST_URL, MANIFEST, ORG_WIDE, TIME_SCALE, SAVE, QUIET);

    static SimulateOptions of(ParseResult parsed) {
        return new SimulateOptions(
                PORT.in(parsed),
                REQUEST_URL.in(parsed).map(SimulateOptions::requestUrl),
                MANIFEST.in(parsed),
                ORG_WIDE.in(parsed) ? Installation.ORGANIZATION : Installation.WORKSPACE,
                TIME_SCALE.in(parsed),
                SAVE.in(parsed),
                QUIET.in(parsed));
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
        throw new InputException(REQUEST_URL.name() + " is '" + text + "'. Allowed: an http or https URL of this"
                + " machine, such as http://localhost:3000/slack/events, since the local Slack sends nothing"
                + " elsewhere.");
    }
}
