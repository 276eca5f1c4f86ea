package com.example.slackbot.runtime;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
// region workspaces
import com.slack.api.bolt.middleware.builtin.IgnoringSelfEvents;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
// endregion
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.util.thread.DaemonThreadFactory;
import java.io.IOException;
// region workspaces
import java.util.ArrayList;
// endregion
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bolt, set so that it answers as Slack expects. */
public final class SlackApp {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);

    /** How App.buildDefaultMiddlewareList puts an answer with ok=false into the message of its exception. */
    private static final Pattern ERROR_CODE = Pattern.compile("\\(auth\\.test error: (\\w+)\\)$");

    private final App app;
    private final Middleware first;

    /**
     * @param apiUrl Slack's Web API, with a slash at its end
     * @param first what every payload passes first
     */
    public SlackApp(String botToken, String apiUrl, Middleware first) {
        this(new App(config(client(apiUrl)).singleTeamBotToken(botToken).build()), first);
    }

    private SlackApp(App app, Middleware first) {
        this.app = app;
        this.first = first;
    }

    // region workspaces
    /**
     * For any number of workspaces.
     *
     * @param authorization gives each request its token
     */
    public SlackApp(Slack slack, Middleware authorization, Middleware first) {
        this(
                new App(
                        config(slack).build(),
                        new ArrayList<>(List.of(
                                new SSLCheck(null), authorization, new IgnoringSelfEvents(slack.getConfig())))),
                first);
    }

    // endregion
    private static AppConfig.AppConfigBuilder config(Slack slack) {
        return AppConfig.builder()
                .slack(slack)
                // Whatever else the environment holds: with these values Bolt wants its own OAuth set-up.
                .singleTeamBotToken(null)
                .clientId(null)
                .clientSecret(null)
                // RequestGuard has checked the raw bytes.
                .requestVerificationEnabled(false)
                // Otherwise every tenth minute an answer would wait for auth.test.
                .authTestCacheExpirationMillis(-1L)
                // Bolt answers 404 to an event without a listener, and a message's subtype is an event of its own.
                // Slack retries those, and switches deliveries off when nearly all of them fail.
                .allEventsApiAutoAckEnabled(true)
                .subtypedMessageEventsAutoAckEnabled(true);
    }

    /** @param apiUrl Slack's Web API, with a slash at its end */
    public static Slack client(String apiUrl) {
        SlackConfig slack = new SlackConfig(); // SlackConfig.DEFAULT cannot be changed
        slack.setMethodsEndpointUrlPrefix(apiUrl);
        slack.setStatsEnabled(false); // its counters ask for auth.test once more per token, and nobody reads them
        return Slack.getInstance(slack, new SlackHttpClient(waitingClient(slack)));
    }

    public App app() {
        return app;
    }

    void stop() {
        app.stop();
    }

    private static OkHttpClient waitingClient(SlackConfig slack) {
        return SlackHttpClient.buildOkHttpClient(slack).newBuilder().addInterceptor(new RetryAfter()).build();
    }

    /**
     * Bolt calls auth.test itself when it gets its first middleware, and hides the answer in an exception.
     *
     * @throws StartupException when Slack refuses the token
     * @throws IOException when Slack cannot be reached or is in trouble
     */
    void authenticate() throws StartupException, IOException {
        try {
            app.use(first);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (JsonParseException | NullPointerException e) { // the SDK runs into a null when the body is empty
            throw new IOException("auth.test did not answer with a JSON object", e);
        }
    }

    private static StartupException refused(String message) throws IOException {
        Matcher code = ERROR_CODE.matcher(message);
        if (!code.find()) {
            throw new IOException("auth.test failed: " + message);
        }
        return StartupException.refused("auth.test", code.group(1), "SLACK_BOT_TOKEN was refused by Slack ("
                + code.group(1) + "). Copy the bot token again from OAuth & Permissions in the app's settings.");
    }

    /**
     * Plays an event to a second app, which calls nobody, on a thread of its own. The first payload would pay for
     * loading classes, out of its three seconds.
     */
    void warmUp() {
        new DaemonThreadFactory("warm-up").newThread(this::rehearse).start();
    }

    private void rehearse() {
        App rehearsing = new App(AppConfig.builder().slack(app.slack()).build(), List.of());
        rehearsing.event(AppMentionEvent.class, (payload, context) -> context.ack());
        String mention = "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\"}}";
        try {
            rehearsing.run(new EventRequest(mention, new RequestHeaders(Map.of())));
        } catch (Exception e) {
            LOG.warn("The warm-up failed; the first answer may be slow", e);
        }
    }
}
