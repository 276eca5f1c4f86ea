package com.example.slackbot.feature.privatesystems;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
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

    /** What is told of an application. */
    record Application(String name, String project, String sync, String health, String revision, String cluster,
            String namespace, String phase, String message, boolean operationWaits) {

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

    static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    Application application(String name) throws SystemTrouble {
        String query = project == null ? "" : "?project=" + SystemClient.encode(project);
        Application found = read(name, server.get(path(name) + query));
        if (project != null && !project.equals(found.project())) { // nothing else says that the server has looked at it
            throw new SystemTrouble("Argo CD knows no application " + name + " in the project of this bot.");
        }
        return found;
    }

    /** Begins a sync to the revision that the application follows; nothing is pruned. */
    void sync(String name) throws SystemTrouble {
        JsonObject request = new JsonObject();
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
        JsonObject destination = Json.object(Json.object(found, "spec"), "destination");
        JsonObject operation = Json.object(status, "operationState");
        String cluster = Json.text(destination, "name");
        return new Application(
                name,
                Json.text(Json.object(found, "spec"), "project"),
                Json.text(Json.object(status, "sync"), "status"),
                Json.text(Json.object(status, "health"), "status"),
                Json.text(Json.object(status, "sync"), "revision"),
                cluster.isEmpty() ? Json.text(destination, "server") : cluster,
                Json.text(destination, "namespace"),
                Json.text(operation, "phase"),
                Json.text(operation, "message"),
                !Json.object(found, "operation").isEmpty());
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
