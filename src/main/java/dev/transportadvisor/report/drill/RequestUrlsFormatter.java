package dev.transportadvisor.report.drill;

import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.simulator.app.RequestUrl;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.source.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user is told about the request URLs of a manifest: the host of each is the bot's, its path is kept. */
public final class RequestUrlsFormatter {

    private RequestUrlsFormatter() {}

    /**
     * Paragraphs, none where the manifest names one host and no other path than the user.
     *
     * @param file what the user calls the manifest
     * @param path where the bot takes requests, as the user has said, or by default
     */
    public static String format(String file, RequestUrls urls, String path) {
        return hosts(Quoted.visible(file), urls) + paths(Quoted.visible(file), urls, path);
    }

    private static String hosts(String file, RequestUrls urls) {
        List<String> hosts = urls.byUse().values().stream()
                .flatMap(url -> url.host().stream())
                .distinct()
                .toList();
        return hosts.size() < 2
                ? ""
                : Paragraph.indented(
                        "",
                        file + " names " + hosts.size() + " hosts: " + visible(hosts)
                                + ". The local Slack posts to the bot alone, whatever the host.");
    }

    private static String paths(String file, RequestUrls urls, String path) {
        boolean isSame = urls.byUse().values().stream()
                .map(RequestUrl::path)
                .flatMap(Optional::stream)
                .allMatch(path::equals);
        Map<String, List<String>> byPath = new LinkedHashMap<>();
        urls.byUse()
                .forEach((use, url) -> byPath.computeIfAbsent(url.path().orElse(path), goal -> new ArrayList<>())
                        .add(use));
        String goals = byPath.entrySet().stream()
                .map(goal -> String.join(", ", goal.getValue()) + " to " + goal.getKey())
                .collect(Collectors.joining("; "));
        return isSame
                ? ""
                : Paragraph.indented(
                        "",
                        "It posts to the paths that " + file + " names: " + Quoted.visible(goals)
                                + "; anything else to " + Quoted.visible(path) + ".");
    }

    private static String visible(List<String> texts) {
        return Quoted.visible(String.join(", ", texts));
    }
}
