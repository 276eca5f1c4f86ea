package com.example.slackbot.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot holds a WebSocket to Slack, which sends each payload down that line. Not with Bolt's SocketModeApp: that one
 * asks for a connection twice at its start, and connects before anyone can listen, so that a quick hello is missed.
 */
public final class SocketModeTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(SocketModeTransport.class);

    /** How Slack.issueSocketModeUrl puts an answer with ok=false into the message of its IllegalStateException. */
    private static final Pattern ERROR_CODE = Pattern.compile("\\(error: (\\w+)\\)$");

    private final App app;
    private final String appToken;
    private final Readiness readiness;
    private final SocketModeRequestParser parser;
    private volatile SocketClient client;

    public SocketModeTransport(App app, String appToken, Readiness readiness) {
        this.app = app;
        this.appToken = appToken;
        this.readiness = readiness;
        parser = new SocketModeRequestParser(app.config());
    }

    @Override
    public void start() throws StartupException, IOException {
        SocketClient opened = open();
        opened.addWebSocketMessageListener(message -> onMessage(opened, message));
        opened.addWebSocketCloseListener((code, reason) -> onClose(opened));
        client = opened;
        opened.connect();
    }

    private SocketClient open() throws StartupException, IOException {
        try {
            return new SocketClient(app.slack(), appToken, app.slack().issueSocketModeUrl(appToken));
        } catch (IllegalStateException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException | URISyntaxException e) { // a null, too: the SDK has one when the body is empty
            throw new IOException("apps.connections.open did not answer with a JSON object", e);
        }
    }

    private static StartupException refused(String message) throws IOException {
        Matcher code = ERROR_CODE.matcher(message);
        return StartupException.refused("apps.connections.open", code.find() ? code.group(1) : message,
                "SLACK_APP_TOKEN was refused by Slack: " + message
                        + ". Expected an app-level token with the scope connections:write.");
    }

    @Override
    public void close() {
        if (client == null) {
            return;
        }
        try {
            client.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The socket did not close cleanly: {}", e.toString());
        }
    }

    private void onMessage(SocketClient from, String message) {
        SocketModeRequest request = parser.parse(message);
        if (request == null) {
            onNotice(JsonParser.parseString(message).getAsJsonObject());
        } else {
            Response answer = run(request);
            if (answer.getStatusCode() == HttpServer.OK) {
                from.sendSocketModeResponse(acknowledgement(request, answer));
            } else {
                LOG.warn("A payload is not acknowledged: {}", answer.getStatusCode());
            }
        }
    }

    private Response run(SocketModeRequest request) {
        try {
            return app.run(request.getBoltRequest());
        } catch (Exception e) { // Bolt and listeners may throw anything
            throw new IllegalStateException(e);
        }
    }

    /** An answer without a body only acknowledges. */
    private static String acknowledgement(SocketModeRequest request, Response answer) {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.addProperty("envelope_id", request.getEnvelope().getEnvelopeId());
        if (answer.getBody() != null) {
            acknowledgement.add("payload", payload(answer));
        }
        return acknowledgement.toString();
    }

    private static JsonElement payload(Response answer) {
        if (answer.getContentType().startsWith("application/json")) {
            return JsonParser.parseString(answer.getBody());
        }
        JsonObject text = new JsonObject();
        text.addProperty("text", answer.getBody());
        return text;
    }

    private void onNotice(JsonObject notice) {
        if (!"hello".equals(notice.get("type").getAsString())) {
            return;
        }
        JsonElement connections = notice.get("num_connections");
        int count = connections == null || connections.isJsonNull() ? 1 : connections.getAsInt();
        readiness.greeted(new Readiness.Hello(count));
        if (count > 1) {
            LOG.warn("Slack counts {} connections for this app token. Unless one is this bot's own, about to be closed,"
                    + " another process takes a share of the payloads.", count);
        }
    }

    /** The session that closed may be one that has been replaced already, so the current one is asked. */
    private void onClose(SocketClient closed) {
        Readiness.Hello known = readiness.hello();
        if (!closed.verifyConnection()) {
            readiness.lost(known);
        }
    }
}
