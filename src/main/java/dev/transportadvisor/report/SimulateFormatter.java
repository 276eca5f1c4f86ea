package dev.transportadvisor.report;

import dev.transportadvisor.simulator.SimulatorSettings;
import java.util.Map;
import java.util.stream.Collectors;

/** What a user is told about a local Slack that runs. */
public final class SimulateFormatter {

    private SimulateFormatter() {}

    /** @param url where its page is */
    public static String running(String url, SimulatorSettings settings) {
        String transport = settings.requestUrl()
                .map(requestUrl -> "posts to " + requestUrl + " (Events API)")
                .orElse("waits for the bot to connect (Socket Mode)");
        String scale = settings.timeScale() == 1
                ? "Schedules run as at Slack."
                : "Schedules run " + settings.timeScale() + " times as fast as at Slack.";
        return "The local Slack " + transport + ".\n" + scale + "\nSee and steer it at " + url
                + " - Ctrl-C stops it.\n\nGive the bot this environment:\n";
    }

    /** The lines that set it in a shell. */
    public static String environment(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + Shell.quote(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }
}
