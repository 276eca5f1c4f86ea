package com.example.slackbot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot holds a WebSocket to Slack, which sends each payload down that line. */
final class SocketModeTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(SocketModeTransport.class);

    /** How Slack.issueSocketModeUrl puts an answer with ok=false into the message of its IllegalStateException. */
    private static final Pattern ERROR_CODE = Pattern.compile("\\(error: (\\w+)\\)$");

    private final SocketModeApp socket;
    private final SocketThreads threads;
    private final Readiness readiness;

    /** @param threads the ones in the app's configuration */
    SocketModeTransport(App app, String appToken, SocketThreads threads, Readiness readiness) {
        this.socket = socketModeApp(app, appToken);
        this.threads = threads;
        this.readiness = readiness;
    }

    /**
     * Not with the constructor that takes a client: that one never attaches Bolt to the client's messages. Not with a
     * concurrency either: Bolt would pass each message to one more thread.
     */
    private static SocketModeApp socketModeApp(App app, String appToken) {
        try {
            return new SocketModeApp(appToken, SocketModeClient.Backend.JavaWebSocket, app);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // declared, and never thrown: it connects later
        }
    }

    @Override
    public void start() throws StartupException, IOException {
        try {
            socket.startAsync();
        } catch (IllegalStateException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (JsonParseException e) {
            throw new IOException("apps.connections.open did not answer with a JSON object", e);
        } catch (Exception e) {
            // Before the first connection the SDK logs the IOException and goes on to a NullPointerException.
            throw new IOException("apps.connections.open failed", e);
        }
        SocketModeClient client = socket.getClient();
        client.addWebSocketMessageListener(this::onMessage);
        client.addWebSocketCloseListener((code, reason) -> onClose(client));
        threads.release(client);
    }

    private static StartupException refused(String message) throws IOException {
        Matcher code = ERROR_CODE.matcher(message);
        return StartupException.refused("apps.connections.open", code.find() ? code.group(1) : message,
                "SLACK_APP_TOKEN was refused by Slack: " + message
                        + ". Expected an app-level token with the scope connections:write.");
    }

    @Override
    public void close() {
        try {
            SocketModeClient client = socket.getClient();
            socket.close();
            if (client != null) {
                client.close(); // the app leaves the client's threads behind
            }
        } catch (Exception e) {
            LOG.warn("The socket did not close cleanly: {}", e.toString());
        }
    }

    private void onMessage(String message) {
        JsonObject json = JsonParser.parseString(message).getAsJsonObject();
        if (!"hello".equals(json.get("type").getAsString())) {
            return;
        }
        JsonElement connections = json.get("num_connections");
        int count = connections == null || connections.isJsonNull() ? 1 : connections.getAsInt();
        readiness.greeted(new Readiness.Hello(count));
        if (count > 1) {
            LOG.warn("Slack counts {} connections for this app token. Unless one is this bot's own, about to be closed,"
                    + " another process takes a share of the payloads.", count);
        }
    }

    /** The session that closed may be one that has been replaced already, so the current one is asked. */
    private void onClose(SocketModeClient client) {
        Readiness.Hello known = readiness.hello();
        if (!client.verifyConnection()) {
            readiness.lost(known);
        }
    }
}
