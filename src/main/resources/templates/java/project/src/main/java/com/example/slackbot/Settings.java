package com.example.slackbot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What the environment says. Secrets that the transport does not need are null.
 *
 * @param apiUrl Slack's Web API, with the trailing slash that the SDK requires
 * @param port 0 for any free port
 */
record Settings(
        Transport.Kind transport, String botToken, String appToken, String signingSecret, String apiUrl, int port) {

    // At least 16 characters: the SDK cuts 16 off a bot token and throws on shorter ones. Printable ASCII without
    // spaces: anything else cannot stand in an HTTP header, and is what a careless paste brings along.
    private static final Pattern BOT_TOKEN = Pattern.compile("xoxb-[!-~]{11,}");
    private static final Pattern APP_TOKEN = Pattern.compile("xapp-[!-~]{11,}");
    private static final Pattern SIGNING_SECRET = Pattern.compile("[!-~]{16,}");

    /** Reads {@code transport.properties}, the transport this project was made for. */
    static String defaultTransport() {
        try (InputStream file = Settings.class.getResourceAsStream("/transport.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("transport", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks the environment for the chosen transport. A blank variable counts as missing.
     *
     * @throws StartupException with every problem at once, none of them showing a value
     */
    static Settings read(Map<String, String> environment, String defaultTransport) throws StartupException {
        Check check = new Check(environment);
        Transport.Kind transport = check.transport(defaultTransport);
        boolean socket = transport == Transport.Kind.SOCKET_MODE;
        boolean http = transport == Transport.Kind.EVENTS_API;
        Settings settings = new Settings(
                transport,
                check.secret("SLACK_BOT_TOKEN", BOT_TOKEN, "a bot token of at least 16 characters that starts with"
                        + " xoxb-, from OAuth & Permissions in the app's settings"),
                socket ? check.secret("SLACK_APP_TOKEN", APP_TOKEN, "an app-level token of at least 16 characters that"
                        + " starts with xapp-, from Basic Information in the app's settings") : null,
                http ? check.secret("SLACK_SIGNING_SECRET", SIGNING_SECRET, "at least 16 characters without spaces,"
                        + " from Basic Information in the app's settings") : null,
                check.apiUrl(),
                check.port());
        if (!check.problems.isEmpty()) {
            throw StartupException.wrongSettings(check.problems);
        }
        return settings;
    }

    /** Leaves the secrets out, so that no log line can show them. */
    @Override
    public String toString() {
        return "Settings[transport=" + transport + ", apiUrl=" + apiUrl + ", port=" + port + "]";
    }

    private record Check(Map<String, String> environment, List<String> problems) {
        Check(Map<String, String> environment) {
            this(environment, new ArrayList<>());
        }

        Transport.Kind transport(String defaultName) {
            String name = value("SLACK_TRANSPORT", defaultName);
            for (Transport.Kind kind : Transport.Kind.values()) {
                if (kind.toString().equals(name)) {
                    return kind;
                }
            }
            problems.add("SLACK_TRANSPORT, or transport in transport.properties, is wrong:"
                    + " expected socket-mode or events-api.");
            return null;
        }

        String secret(String name, Pattern shape, String expected) {
            String value = value(name, null);
            if (value == null) {
                problems.add(name + " is missing: expected " + expected + ".");
            } else if (!shape.matcher(value).matches()) {
                problems.add(name + " is wrong: expected " + expected + ".");
            }
            return value;
        }

        String apiUrl() {
            String url = value("SLACK_API_URL", "https://slack.com/api/");
            if (!isWebAddress(url)) {
                problems.add("SLACK_API_URL is wrong: expected an http or https address such as"
                        + " https://slack.com/api/.");
            }
            return url.endsWith("/") ? url : url + "/";
        }

        int port() {
            String port = value("PORT", "3000");
            if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535) {
                return Integer.parseInt(port);
            }
            problems.add("PORT is wrong: expected a whole number from 0 to 65535, 0 for any free port.");
            return 0;
        }

        private String value(String name, String fallback) {
            String value = environment.get(name);
            return value == null || value.isBlank() ? fallback : value;
        }

        private static boolean isWebAddress(String url) {
            try {
                URI uri = URI.create(url);
                return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
