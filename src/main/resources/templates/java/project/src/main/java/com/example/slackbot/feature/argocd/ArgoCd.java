package com.example.slackbot.feature.argocd;

import com.example.slackbot.feature.privatesystems.Json;
import com.example.slackbot.feature.privatesystems.SystemClient;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Applications of Argo CD.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/">The API</a>
 */
final class ArgoCd {
    /** As a name of DNS, which is what Argo CD asks for. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed", "Error");

    /**
     * What is told of an application.
     *
     * @param revision that it was compared with, and would be synced to; empty if its sources are several
     * @param isAutomated whether Argo CD syncs it by itself, to whatever is newest
     */
    record Application(String name, String project, String sync, String health, String revision, boolean isAutomated,
            String cluster, String namespace, String phase, String message, boolean operationWaits) {

        boolean isBusy() {
            return operationWaits || !phase.isEmpty() && !FINISHED.contains(phase);
        }
    }

    private final SystemClient server;
    private final String project;

    /** @param project to look in, or null: without one Argo CD answers 403 for an application that does not exist */
    ArgoCd(SystemClient server, String project) {
        this.server = server;
        this.project = project;
    }

    /** Whether the words are the name of an application, and nothing else. */
    static boolean accepts(List<String> words) {
        return words.size() == 1 && NAME.matcher(words.get(0)).matches();
    }

    Application application(String name) throws SystemTrouble {
        String query = project == null ? "" : "?project=" + SystemClient.encode(project);
        Application found = read(name, server.get(path(name) + query));
        if (project != null && !project.equals(found.project())) { // nothing else says that the server has looked at it
            throw new SystemTrouble("Argo CD knows no application " + name + " in the project of this bot.");
        }
        return found;
    }

    /**
     * Begins a sync; nothing is pruned.
     *
     * @param revision to sync to; empty for the newest of what the application follows
     */
    void sync(String name, String revision) throws SystemTrouble {
        JsonObject request = new JsonObject();
        if (!revision.isEmpty()) {
            request.addProperty("revision", revision);
        }
        if (project != null) {
            request.addProperty("project", project);
        }
        request.addProperty("prune", false);
        request.addProperty("dryRun", false);
        HttpResponse<String> answer = server.post(path(name) + "/sync", "application/json", request.toString());
        if (answer.statusCode() == 400 && message(answer).contains("another operation is already in progress")) {
            throw new SystemTrouble("Argo CD is already at work on " + name + ".");
        }
        read(name, answer);
    }

    private Application read(String name, HttpResponse<String> answer) throws SystemTrouble {
        if (answer.statusCode() == 404) {
            throw new SystemTrouble("Argo CD knows no application " + name + ".");
        }
        if (answer.statusCode() == 403) {
            throw new SystemTrouble("Argo CD knows no application " + name + ", or does not let the bot do this.");
        }
        JsonElement found = server.json(answer);
        JsonObject status = Json.object(found, "status");
        JsonObject spec = Json.object(found, "spec");
        JsonObject destination = Json.object(spec, "destination");
        JsonObject operation = Json.object(status, "operationState");
        String cluster = Json.text(destination, "name");
        return new Application(
                name,
                Json.text(spec, "project"),
                Json.text(Json.object(status, "sync"), "status"),
                Json.text(Json.object(status, "health"), "status"),
                Json.text(Json.object(status, "sync"), "revision"),
                isAutomated(Json.object(spec, "syncPolicy")),
                cluster.isEmpty() ? Json.text(destination, "server") : cluster,
                Json.text(destination, "namespace"),
                Json.text(operation, "phase"),
                Json.text(operation, "message"),
                !Json.object(found, "operation").isEmpty());
    }

    private static boolean isAutomated(JsonObject policy) {
        return policy.has("automated") && !Json.text(Json.object(policy, "automated"), "enabled").equals("false");
    }

    private static String message(HttpResponse<String> answer) {
        try {
            return Json.text(JsonParser.parseString(answer.body()), "message");
        } catch (JsonParseException e) {
            return "";
        }
    }

    private static String path(String name) {
        return "/api/v1/applications/" + SystemClient.encode(name);
    }
}
