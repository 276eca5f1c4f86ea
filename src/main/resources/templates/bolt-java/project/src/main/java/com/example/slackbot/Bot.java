package com.example.slackbot;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts put together, with a beginning and an end. */
final class Bot {
    static final String NAME = "example-slack-bot";

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(25);
    private static final long FIRST_PAUSE_SECONDS = 1;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final Settings settings;
    private final Readiness readiness;
    private final HttpServer http;
    private final WorkQueue work = new WorkQueue();
    private final SocketThreads socketThreads = new SocketThreads();
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
        if (!reachSlack(this::authenticate)) {
            return;
        }
        warmUp();
        if (reachSlack(transport::start)) {
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
                .executorServiceProvider(socketThreads) // here, since App overwrites the one in SlackConfig
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
            case SOCKET_MODE -> new SocketModeTransport(app, settings.appToken(), socketThreads, readiness);
            case EVENTS_API -> new EventsApiTransport(app, settings.signingSecret(), readiness, http);
        };
    }

    private void authenticate() throws StartupException, IOException, SlackApiException {
        try {
            AuthTestResponse answer = app.client().authTest(request -> request);
            if (!answer.isOk()) {
                throw StartupException.refused("auth.test", answer.getError(), "SLACK_BOT_TOKEN was refused by Slack ("
                        + answer.getError()
                        + "). Copy the bot token again from OAuth & Permissions in the app's settings.");
            }
            app.use(new OncePerDelivery(new InMemorySeenDeliveries()));
        } catch (JsonParseException | NullPointerException e) { // the SDK runs into a null when the body is empty
            throw new IOException("auth.test did not answer with a JSON object", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("Bolt's own auth.test failed: " + e.getMessage(), e);
        }
    }

    /** The first payload would pay for loading classes, out of its three seconds. */
    private void warmUp() {
        try {
            app.run(new EventRequest("{\"event\":{\"type\":\"warm_up\"}}", new RequestHeaders(Map.of())));
        } catch (Exception e) {
            LOG.warn("The warm-up failed; the first answer may be slow", e);
        }
    }

    private interface Attempt {
        void run() throws StartupException, IOException, SlackApiException;
    }

    /** Tries until it works; false when the bot was closed first. */
    private boolean reachSlack(Attempt attempt) throws StartupException {
        for (long pause = FIRST_PAUSE_SECONDS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS)) {
            try {
                attempt.run();
                return true;
            } catch (IOException | SlackApiException e) {
                LOG.warn("Slack is not available at {}, next try in {} s: {}", settings.apiUrl(), pause, reason(e));
            }
            if (closedWithin(pause)) {
                return false;
            }
        }
    }

    /** One line; a SlackApiException would print the whole answer. */
    private static String reason(Exception e) {
        return e instanceof SlackApiException answer ? "HTTP status " + answer.getResponse().code() : e.toString();
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
