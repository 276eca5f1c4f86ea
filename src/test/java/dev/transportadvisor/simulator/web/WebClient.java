package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.node.ObjectNode;

/** Calls the local Slack over HTTP. */
public record WebClient(SlackSimulator slack) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static WebClient of(SlackSimulator slack) {
        return new WebClient(slack);
    }

    /** The answer of a Web API method, called with a form. */
    public ObjectNode call(String method, String token, String form) {
        return json(post(slack.apiUrl() + method, Form.TYPE, form, "Authorization", "Bearer " + token));
    }

    /** The answer of a Web API method, called by the bot with JSON. */
    public ObjectNode callWithJson(String method, String json) {
        String url = slack.apiUrl() + method;
        return json(post(url, "application/json", json, "Authorization", "Bearer " + Identity.BOT_TOKEN));
    }

    public static ObjectNode json(HttpResponse<String> response) {
        return JsonTree.parseObject(response.body()).orElseThrow(() -> new AssertionError(response.body()));
    }

    public HttpResponse<String> post(String url, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> get(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
