package com.example.slackbot.feature.workspaces;

import com.example.slackbot.feature.inbox.Database;
import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.HttpServer;
import com.example.slackbot.runtime.SlackApp;
import com.slack.api.Slack;
import com.slack.api.bolt.middleware.Middleware;
import java.util.regex.Pattern;

/** The app as others install it, each with a token of their own. */
public final class Workspaces {
    private static final Pattern CLIENT_ID = Pattern.compile("[0-9]+\\.[0-9]+");
    private static final Pattern SECRET = Pattern.compile("[!-~]{16,}");
    private static final Pattern REDIRECT = Pattern.compile("https?://[!-~]+" + Pattern.quote(InstallRoutes.REDIRECT));
    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9+/=, ]+");
    private static final String KEYS_EXPECTED = "32 random bytes in Base64, as openssl rand -base64 32 prints them;"
            + " behind a comma, older ones that are still to be read with";

    private final AppCredentials credentials;
    private final KeyRing keys;

    private Workspaces(AppCredentials credentials, KeyRing keys) {
        this.credentials = credentials;
        this.keys = keys;
    }

    /** Null without {@code SLACK_CLIENT_ID}: then the bot is at home in one workspace. */
    public static Workspaces read(Environment environment) {
        if (environment.value("SLACK_CLIENT_ID", null) == null) {
            return null;
        }
        String redirectUri = environment.value("SLACK_REDIRECT_URI", null) == null
                ? null
                : environment.secret("SLACK_REDIRECT_URI", REDIRECT,
                        "one of the manifest's redirect_urls, which end with " + InstallRoutes.REDIRECT);
        AppCredentials credentials = new AppCredentials(
                environment.secret("SLACK_CLIENT_ID", CLIENT_ID, "two numbers with a dot between them, from Basic"
                        + " Information in the app's settings"),
                environment.secret("SLACK_CLIENT_SECRET", SECRET, "at least 16 characters without spaces, from Basic"
                        + " Information in the app's settings"),
                redirectUri);
        return new Workspaces(credentials, keys(environment, environment.secret("TOKEN_KEY", KEYS, KEYS_EXPECTED)));
    }

    private static KeyRing keys(Environment environment, String encoded) {
        if (encoded == null || !KEYS.matcher(encoded).matches()) {
            return null; // said already
        }
        try {
            return new KeyRing(encoded);
        } catch (IllegalArgumentException e) {
            environment.wrong("TOKEN_KEY", KEYS_EXPECTED);
            return null;
        }
    }

    /**
     * The app for all its installations, kept in this database.
     *
     * @param http gets the routes of installing
     * @param apiUrl Slack's Web API, with a slash at its end
     * @param first what every payload passes first
     */
    public SlackApp app(Database database, HttpServer http, String apiUrl, Middleware first) {
        Slack client = SlackApp.client(apiUrl);
        OAuthClient slack = new OAuthClient(client, credentials);
        TokenStore store = new TokenStore(database, keys);
        InstalledTokens tokens = new InstalledTokens(store, slack);
        OAuthStates states = new OAuthStates(database);
        new InstallRoutes(apiUrl, credentials, RequestedScopes.ofManifest(), states, tokens, slack).mount(http);
        SlackApp app = new SlackApp(client, new TokenOfRequest(tokens), first);
        new Departures(store, tokens, slack).register(app.app());
        return app;
    }
}
