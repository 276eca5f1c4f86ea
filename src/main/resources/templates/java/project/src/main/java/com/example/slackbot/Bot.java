package com.example.slackbot;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.util.thread.DaemonThreadFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts put together, with a beginning and an end. */
final class Bot {
    static final String NAME = "example-slack-bot";

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    /** How App.buildDefaultMiddlewareList puts an answer with ok=false into the message of its exception. */
    private static final Pattern ERROR_CODE = Pattern.compile("\\(auth\\.test error: (\\w+)\\)$");

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(25);
    private static final long FIRST_PAUSE_SECONDS = 1;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final Settings settings;
    private final Readiness readiness;
    private final HttpServer http;
    private final WorkQueue work = new WorkQueue();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final App app;
    private final Transport transport;

    Bot(Settings settings) {
        this.settings = settings;
        readiness = new Readiness(settings.transport());
        http = new HttpServer(settings.port(), readiness);
        app = new App(configuration());
        new Listeners(work).register(app);
        transport = transport();
    }

    /**
     * Returns when the bot takes payloads; over a socket, it is ready a moment later. While Slack cannot be reached or
     * is in trouble it goes on trying, alive but not ready: a restart would not help.
     *
     * @throws StartupException when the port is taken or Slack refuses a token
     */
    void start() throws StartupException {
        http.start();
        new DaemonThreadFactory("warm-up").newThread(this::warmUp).start(); // while Slack looks at the token
        if (reachSlack(this::authenticate) && reachSlack(transport::start)) {
            readiness.authenticated();
            LOG.info("{} started: {}, port {}", NAME, settings.transport(), http.port());
        }
    }

    /**
     * Stops without losing accepted work: not ready, no new work, what runs is finished, then the lines are cut. An
     * event that comes meanwhile is not acknowledged, so that Slack delivers it again elsewhere or later.
     *
     * @return whether all work was finished
     */
    boolean close() {
        readiness.draining();
        closed.countDown();
        boolean finished = work.drain(DRAIN_LIMIT);
        transport.close();
        http.stop();
        app.stop();
        LOG.info("{} stopped", NAME);
        return finished;
    }

    int port() {
        return http.port();
    }

    private AppConfig configuration() {
        SlackConfig slack = new SlackConfig(); // SlackConfig.DEFAULT cannot be changed
        slack.setMethodsEndpointUrlPrefix(settings.apiUrl());
        slack.setStatsEnabled(false); // its counters ask for auth.test once more per token, and nobody reads them
        return AppConfig.builder()
                .slack(Slack.getInstance(slack, new SlackHttpClient(waitingClient(slack))))
                .singleTeamBotToken(settings.botToken())
                // One workspace, whatever else the environment holds: with both values Bolt wants its OAuth set-up.
                .clientId(null)
                .clientSecret(null)
                // RequestGuard has checked the raw bytes. Bolt would check a string put together again, let any
                // future timestamp pass, and compare in a time that depends on the guess.
                .requestVerificationEnabled(false)
                // Otherwise every tenth minute an answer would wait for auth.test.
                .authTestCacheExpirationMillis(-1L)
                // Bolt answers 404 to an event without a listener, and a message's subtype is an event of its own.
                // Slack retries those, and switches deliveries off when nearly all of them fail.
                .allEventsApiAutoAckEnabled(true)
                .subtypedMessageEventsAutoAckEnabled(true)
                .build();
    }

    private static OkHttpClient waitingClient(SlackConfig slack) {
        return SlackHttpClient.buildOkHttpClient(slack).newBuilder().addInterceptor(new RetryAfter()).build();
    }

    private Transport transport() {
        return switch (settings.transport()) {
            case SOCKET_MODE -> new SocketModeTransport(app, settings.appToken(), readiness);
            case EVENTS_API -> new EventsApiTransport(app, settings.signingSecret(), readiness, http);
        };
    }

    /** Bolt calls auth.test itself when it gets its first middleware, and hides the answer in an exception. */
    private void authenticate() throws StartupException, IOException {
        try {
            app.use(new OncePerDelivery(new InMemorySeenDeliveries()));
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
     * Plays an event to a second app, which calls nobody. The first payload would pay for loading classes, out of its
     * three seconds.
     */
    private void warmUp() {
        App rehearsing = new App(AppConfig.builder().slack(app.slack()).build(), List.of());
        rehearsing.event(AppMentionEvent.class, (payload, context) -> context.ack());
        String mention = "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\"}}";
        try {
            rehearsing.run(new EventRequest(mention, new RequestHeaders(Map.of())));
        } catch (Exception e) {
            LOG.warn("The warm-up failed; the first answer may be slow", e);
        }
    }

    private interface Attempt {
        void run() throws StartupException, IOException;
    }

    /** Tries until it works; false when the bot was closed first. */
    private boolean reachSlack(Attempt attempt) throws StartupException {
        for (long pause = FIRST_PAUSE_SECONDS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS)) {
            try {
                attempt.run();
                return true;
            } catch (IOException e) {
                LOG.warn("Slack is not available at {}, next try in {} s: {}", settings.apiUrl(), pause, e.toString());
            }
            if (closedWithin(pause)) {
                return false;
            }
        }
    }

    private boolean closedWithin(long seconds) {
        try {
            return closed.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
