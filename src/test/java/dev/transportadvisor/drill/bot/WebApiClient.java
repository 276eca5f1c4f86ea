package dev.transportadvisor.drill.bot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bot's calls to Slack. */
final class WebApiClient {

    private static final int TOO_MANY_REQUESTS = 429;

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final BotFault fault;
    private final InstalledTokens tokens;

    WebApiClient(String url, BotFault fault) {
        this.url = url;
        this.fault = fault;
        tokens = new InstalledTokens(fault);
    }

    InstalledTokens tokens() {
        return tokens;
    }

    /** Where a person is asked whether it may be installed. */
    String authorizePage() {
        return URI.create(url).resolve("../oauth/v2/authorize") + "?scope=chat:write&state=1&client_id="
                + System.getenv("SLACK_CLIENT_ID");
    }

    /** Gets a token for a code, and keeps it. */
    void install(String code) {
        String client = System.getenv("SLACK_CLIENT_ID") + ":" + System.getenv("SLACK_CLIENT_SECRET");
        tokens.keep(send(HttpRequest.newBuilder(URI.create(url + "oauth.v2.access"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("code=" + code))
                .build()));
    }

    JsonNode call(String method, ObjectNode arguments) {
        return call(method, arguments, System.getenv(
                method.startsWith("apps.") ? "SLACK_APP_TOKEN" : "SLACK_BOT_TOKEN"));
    }

    JsonNode call(String method, ObjectNode arguments, String token) {
        return send(HttpRequest.newBuilder(URI.create(url + method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(arguments.toString()))
                .build());
    }

    void respond(String responseUrl, ObjectNode message) {
        send(HttpRequest.newBuilder(URI.create(responseUrl))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message.toString()))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            while (answer.statusCode() == TOO_MANY_REQUESTS && fault != BotFault.GIVES_UP) {
                PlainBot.pause(1_000 * Long.parseLong(answer.headers().firstValue("Retry-After").orElse("1")));
                answer = http.send(request, BodyHandlers.ofString());
            }
            return PlainBot.json(answer.body().startsWith("{") ? answer.body() : "{}");
        } catch (IOException | InterruptedException e) {
            return PlainBot.json("{}");
        }
    }
}
