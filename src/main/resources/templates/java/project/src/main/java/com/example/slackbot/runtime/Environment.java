package com.example.slackbot.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Reads variables and keeps what is wrong with them, so that all of it is said at once and no value is shown. Bolt
 * takes any text: a secret that is missing shows in a 401 for each request, a token that is too short in a 500.
 */
public final class Environment {

    // At least 16 characters: the SDK cuts 16 off a bot token and throws on shorter ones. Printable ASCII without
    // spaces: anything else cannot stand in an HTTP header, and is what a careless paste brings along.
    private static final Pattern BOT_TOKEN = Pattern.compile("xoxb-[!-~]{11,}");
    private static final Pattern APP_TOKEN = Pattern.compile("xapp-[!-~]{11,}");
    private static final Pattern SIGNING_SECRET = Pattern.compile("[!-~]{16,}");

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    /** @param variables of which a blank one counts as missing */
    public Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Properties that were packaged with the bot. */
    public static Properties resource(String name) {
        try (InputStream file = Environment.class.getResourceAsStream(name)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param expected what the variable should hold, for the person who sets it */
    public void wrong(String name, String expected) {
        problems.add(name + " is wrong: expected " + expected + ".");
    }

    /** @param expected what the variable should hold, for the person who sets it */
    public void missing(String name, String expected) {
        problems.add(name + " is missing: expected " + expected + ".");
    }

    /** @throws StartupException with everything that was wrong with what has been read */
    public void throwIfWrong() throws StartupException {
        if (!problems.isEmpty()) {
            throw StartupException.wrongSettings(problems);
        }
    }

    public Transport.Kind transport(String defaultName) {
        String name = value("SLACK_TRANSPORT", defaultName);
        for (Transport.Kind kind : Transport.Kind.values()) {
            if (kind.toString().equals(name)) {
                return kind;
            }
        }
        wrong("SLACK_TRANSPORT, or transport in transport.properties,", "socket-mode or events-api");
        return null;
    }

    public String botToken() {
        // region workspaces
        if (value("SLACK_CLIENT_ID", null) != null) {
            return null; // each installation has its own
        }
        // endregion
        return secret("SLACK_BOT_TOKEN", BOT_TOKEN, "a bot token of at least 16 characters that starts with"
                + " xoxb-, from OAuth & Permissions in the app's settings");
    }

    public String appToken() {
        return secret("SLACK_APP_TOKEN", APP_TOKEN, "an app-level token of at least 16 characters that"
                + " starts with xapp-, from Basic Information in the app's settings");
    }

    public String signingSecret() {
        return secret("SLACK_SIGNING_SECRET", SIGNING_SECRET, "at least 16 characters without spaces,"
                + " from Basic Information in the app's settings");
    }

    /** @param expected what the variable should hold, for the person who sets it */
    public String secret(String name, Pattern shape, String expected) {
        String value = value(name, null);
        if (value == null) {
            missing(name, expected);
        } else if (!shape.matcher(value).matches()) {
            wrong(name, expected);
        }
        return value;
    }

    public String apiUrl() {
        String url = value("SLACK_API_URL", "https://slack.com/api/");
        if (!isWebAddress(url)) {
            wrong("SLACK_API_URL", "an http or https address such as https://slack.com/api/");
        }
        return url.endsWith("/") ? url : url + "/";
    }

    /** Where to listen: on every address of the machine, unless {@code HOST} names one. */
    public InetSocketAddress address() {
        int port = port();
        String host = value("HOST", null);
        InetSocketAddress address = host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            wrong("HOST", "an address of this machine, such as 127.0.0.1");
        }
        return address;
    }

    private int port() {
        String port = value("PORT", "3000");
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535) {
            return Integer.parseInt(port);
        }
        wrong("PORT", "a whole number from 0 to 65535, 0 for any free port");
        return 0;
    }

    /** The value of a variable, or what stands in for a missing one. */
    public String value(String name, String fallback) {
        String value = variables.get(name);
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
