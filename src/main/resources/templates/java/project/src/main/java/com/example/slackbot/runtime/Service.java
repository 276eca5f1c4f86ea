package com.example.slackbot.runtime;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bot's beginning and end, in the order in which nothing gets lost. Bolt's stop waits for no work. */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(25);

    private final String name;
    private final Readiness readiness;
    private final HttpServer http;
    private final SlackApp slack;
    private final Transport transport;
    private final WorkQueue work;
    private final Patience patience = new Patience();

    /** @param name of the bot, for the log */
    public Service(
            String name,
            Readiness readiness,
            HttpServer http,
            SlackApp slack,
            Transport transport,
            WorkQueue work) {
        this.name = name;
        this.readiness = readiness;
        this.http = http;
        this.slack = slack;
        this.transport = transport;
        this.work = work;
    }

    /**
     * Returns when the bot takes payloads; over a socket, it is ready a moment later. While Slack cannot be reached or
     * is in trouble it goes on trying, alive but not ready: a restart would not help.
     *
     * @throws StartupException when the port is taken or Slack refuses a token
     */
    public void start() throws StartupException {
        http.start();
        slack.warmUp(); // while Slack looks at the token
        if (patience.until("Slack", slack::authenticate)
                && patience.until("The work queue", work::start)
                && patience.until("Slack", transport::start)) {
            readiness.authenticated();
            LOG.info("{} started: {}, port {}", name, readiness.transport(), http.port());
        }
    }

    /**
     * Stops without losing accepted work: not ready, no new work, what runs is finished, then the lines are cut. An
     * event that comes meanwhile is not acknowledged, so that Slack delivers it again elsewhere or later.
     *
     * @return whether all work was finished
     */
    public boolean close() {
        readiness.draining();
        patience.end();
        boolean finished = work.drain(DRAIN_LIMIT);
        transport.close();
        http.stop();
        slack.stop();
        LOG.info("{} stopped", name);
        return finished;
    }

    /** The port in use. */
    public int port() {
        return http.port();
    }
}
