package dev.transportadvisor.report.drill;

import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Shell;
import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.app.DeclaredApp;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.source.Quoted;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a user is told about a local Slack that runs. */
public final class SimulateFormatter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private SimulateFormatter() {}

    /** How it reaches the bot, and how fast its time runs. */
    public static String running(SimulatorSettings settings) {
        String transport = settings.requestUrl()
                .map(requestUrl -> "posts to " + Quoted.visible(requestUrl.toString()) + " (Events API)")
                .orElse("waits for the bot to connect (Socket Mode)");
        String scale = settings.timeScale() == 1
                ? "Schedules run as at Slack."
                : "Schedules run " + settings.timeScale() + " times as fast as at Slack.";
        return "The local Slack " + transport + ".\n" + scale + "\n";
    }

    /** What a manifest changes, and whether it says something else about the transport than the user. */
    public static String manifest(String path, DeclaredApp app, SimulatorSettings settings) {
        String file = Quoted.visible(path);
        boolean usesSockets = settings.requestUrl().isEmpty();
        String differs = app.usesSocketMode().orElse(usesSockets) == usesSockets
                ? ""
                : usesSockets
                        ? file + " does not turn Socket Mode on, so that Slack itself would post to the bot, as the"
                                + " local one does with --request-url."
                        : file + " turns Socket Mode on, so that Slack itself would not post to the bot but wait for"
                                + " it to connect, as the local one does without --request-url.";
        return Paragraph.indented(
                        "", "It sends only what " + file + " lets Slack send, and says why it withholds the rest.")
                + (differs.isEmpty() ? "" : Paragraph.indented("", differs))
                + settings.requestUrl()
                        .map(url -> RequestUrlsFormatter.format(path, app.requestUrls(), path(url)))
                        .orElse("");
    }

    private static String path(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** @param url where its page is */
    public static String access(String url) {
        return "See and steer it at " + url + " - Ctrl-C stops it.\n\nGive the bot this environment:\n";
    }

    /** That what has happened is lost, and why. */
    public static String notSaved(String file, String reason) {
        return "error: " + Quoted.visible(file) + " cannot be written: " + reason + ".\n";
    }

    /** That a connection is in a new state. */
    public static String connection(String id, Connection.State state) {
        return switch (state) {
            case OPEN -> "The bot has connected: " + id + ".\n";
            case WARNED -> id + " is told that it will be closed.\n";
            case SILENT -> id + " is half-open.\n";
            case CLOSED -> id + " is closed.\n";
        };
    }

    /** What has become of a delivery. */
    public static String delivery(Delivery delivery) {
        return TIME.format(delivery.createdAt().atZone(ZoneId.systemDefault())) + " "
                + Quoted.visible(delivery.payload().name()) + " "
                + delivery.state().word() + end(delivery) + "\n";
    }

    private static String end(Delivery delivery) {
        List<Attempt> attempts = delivery.attempts();
        String tries = attempts.size() > 1 ? " at attempt " + attempts.size() : "";
        return delivery.state() == Delivery.State.ACKNOWLEDGED
                ? delivery.acknowledgement()
                        .map(answer -> " after " + answer.after().toMillis() + " ms" + tries)
                        .orElse(tries)
                : tries + ": " + Quoted.visible(delivery.reason()) + status(attempts);
    }

    private static String status(List<Attempt> attempts) {
        return attempts.stream()
                .reduce((earlier, later) -> later)
                .flatMap(Attempt::answer)
                .filter(answer -> answer.status().isPresent())
                .map(answer -> " (HTTP " + answer.status().getAsInt() + ")")
                .orElse("");
    }

    /** The lines that set it in a shell. */
    public static String environment(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + Shell.quote(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }
}
