package com.example.slackbot;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Hands requests over HTTP to Bolt, and its answers back. */
final class BoltHandler {
    private final App app;
    private final SlackRequestParser parser;

    BoltHandler(App app) {
        this.app = app;
        parser = new SlackRequestParser(app.config());
    }

    /** @param body what the request brought, which can be read only once */
    void handle(HttpExchange exchange, byte[] body) throws IOException {
        Response answer = run(SlackRequestParser.HttpRequest.builder()
                .requestUri(EventsApiTransport.PATH)
                .queryString(Map.of())
                .headers(new RequestHeaders(exchange.getRequestHeaders()))
                // JSON is the payload itself: the parser need not parse it once more to find that out.
                .socketMode(isJson(exchange))
                .requestBody(new String(body, StandardCharsets.UTF_8))
                .remoteAddress(exchange.getRemoteAddress().getHostString())
                .build());
        exchange.getResponseHeaders().putAll(answer.getHeaders());
        exchange.getResponseHeaders().set("Content-Type", answer.getContentType());
        HttpServer.answer(exchange, answer.getStatusCode(), answer.getBody() == null ? "" : answer.getBody());
    }

    private Response run(SlackRequestParser.HttpRequest request) {
        try {
            return app.run(parser.parse(request));
        } catch (Exception e) { // Bolt and listeners may throw anything
            throw new IllegalStateException(e);
        }
    }

    private static boolean isJson(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.startsWith("application/json");
    }
}
