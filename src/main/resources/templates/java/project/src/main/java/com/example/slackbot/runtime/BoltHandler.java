package com.example.slackbot.runtime;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands requests over HTTP to Bolt, and its answers back. Bolt has this for servlets, which need a bigger server. */
final class BoltHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BoltHandler.class);
    private static final int BAD_REQUEST = 400;

    private final App app;
    private final SlackRequestParser parser;

    BoltHandler(App app) {
        this.app = app;
        parser = new SlackRequestParser(app.config());
    }

    /** @param body what the request brought, which can be read only once */
    void handle(HttpExchange exchange, byte[] body) throws IOException {
        Request<?> request = parsed(SlackRequestParser.HttpRequest.builder()
                .requestUri(EventsApiTransport.PATH)
                .queryString(Map.of())
                .headers(new RequestHeaders(exchange.getRequestHeaders()))
                // JSON is the payload itself: the parser need not parse it once more to find that out.
                .socketMode(isJson(exchange))
                .requestBody(new String(body, StandardCharsets.UTF_8))
                .remoteAddress(exchange.getRemoteAddress().getHostString())
                .build());
        if (request == null) {
            LOG.warn("Slack's signature is right, but its request cannot be read");
            HttpServer.answer(exchange, BAD_REQUEST, "");
            return;
        }
        Response answer = run(request);
        exchange.getResponseHeaders().putAll(answer.getHeaders());
        exchange.getResponseHeaders().set("Content-Type", answer.getContentType());
        HttpServer.answer(exchange, answer.getStatusCode(), answer.getBody() == null ? "" : answer.getBody());
    }

    /** Null for what is no payload of Slack's, at which the parser stumbles in many ways. */
    private Request<?> parsed(SlackRequestParser.HttpRequest request) {
        try {
            return parser.parse(request);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Response run(Request<?> request) {
        try {
            return app.run(request);
        } catch (Exception e) { // Bolt and listeners may throw anything
            throw new IllegalStateException(e);
        }
    }

    private static boolean isJson(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.startsWith("application/json");
    }
}
