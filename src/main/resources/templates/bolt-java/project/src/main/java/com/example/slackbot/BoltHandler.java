package com.example.slackbot;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands requests from the web server to Bolt, and its answers back. Bolt's own modules for that are made for servlets,
 * which cost a third of the throughput and a tenth of a second at the start.
 */
final class BoltHandler {
    private final App app;
    private final SlackRequestParser parser;

    BoltHandler(App app) {
        this.app = app;
        parser = new SlackRequestParser(app.config());
    }

    /** @param body what the request brought, which can be read only once */
    void handle(Request request, byte[] body, Response response, Callback callback) throws Exception {
        com.slack.api.bolt.response.Response answer =
                app.run(parser.parse(SlackRequestParser.HttpRequest.builder()
                        .requestUri(EventsApiTransport.PATH)
                        .queryString(Map.of())
                        .headers(headers(request))
                        // JSON is the payload itself: the parser need not parse it once more to find that out.
                        .socketMode(isJson(request))
                        .requestBody(new String(body, StandardCharsets.UTF_8))
                        .remoteAddress(Request.getRemoteAddr(request))
                        .build()));
        response.setStatus(answer.getStatusCode());
        answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.getContentType());
        Content.Sink.write(response, true, answer.getBody() == null ? "" : answer.getBody(), callback);
    }

    private static boolean isJson(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.startsWith("application/json");
    }

    private static RequestHeaders headers(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getName(), List.of(field.getValue()));
        }
        return new RequestHeaders(headers);
    }
}
