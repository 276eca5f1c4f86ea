package com.example.slackbot.runtime;

import com.slack.api.bolt.App;

/** Slack posts each payload to {@code /slack/events}. */
public final class EventsApiTransport implements Transport {
    public static final String PATH = "/slack/events";

    /** Mounts the route at once; it answers 503 until the bot is ready. */
    public EventsApiTransport(App app, String signingSecret, Readiness readiness, HttpServer http) {
        http.mount(PATH, new RequestGuard(signingSecret, readiness::isReady, http, new BoltHandler(app)));
    }

    /** Slack does the calling: there is nothing to open. */
    @Override
    public void start() {}

    /** The web server closes the route when it stops. */
    @Override
    public void close() {}
}
