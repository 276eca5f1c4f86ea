package dev.transportadvisor.simulator.slack;

import java.time.Duration;
import java.util.List;

/** Slack's numbers, each with its source. Where Slack publishes none, the comment says what ours rests on. */
public final class Limits {

    /**
     * How long a bot may take to acknowledge. Never scaled, since a bot cannot hurry.
     *
     * @see <a href="https://docs.slack.dev/apis/events-api">Events API</a>
     * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">Handling user interaction</a>
     */
    public static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(3);

    /**
     * The pauses before the three retries of an event: nearly at once, a minute, five minutes.
     *
     * @see <a href="https://docs.slack.dev/apis/events-api">Events API, retries</a>
     */
    public static final List<Duration> RETRY_PAUSES =
            List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    /**
     * Delayed events, where an app opted in: once an hour, for a day.
     *
     * @see <a href="https://docs.slack.dev/changelog/2026/02/05/retry-events-feature">Delayed events</a>
     */
    public static final Duration DELAYED_EVENT_PAUSE = Duration.ofHours(1);

    public static final int DELAYED_EVENT_TRIES = 24;

    /**
     * Redirects that Slack follows on the way to a request URL.
     *
     * @see <a href="https://docs.slack.dev/apis/events-api">Events API</a>
     */
    public static final int REDIRECTS = 2;

    /**
     * Events per workspace and app in {@link #WINDOW}.
     *
     * @see <a href="https://docs.slack.dev/reference/events/app_rate_limited">app_rate_limited</a>
     */
    public static final int EVENTS_PER_WINDOW = 30_000;

    /** The time over which events and failures are counted; same sources. */
    public static final Duration WINDOW = Duration.ofMinutes(60);

    /** How often {@code app_rate_limited} comes while events are held back; same source. */
    public static final Duration RATE_LIMITED_NOTICE = Duration.ofMinutes(1);

    /**
     * The share of failed attempts in {@link #WINDOW} above which Slack stops sending events.
     *
     * @see <a href="https://docs.slack.dev/apis/events-api">Events API, failure limits</a>
     */
    public static final double FAILURE_SHARE = 0.95;

    /** Apps with fewer events in {@link #WINDOW} keep their events however many fail; same source. */
    public static final int EXEMPT_BELOW = 1_000;

    /**
     * Open WebSockets of one app.
     *
     * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
     */
    public static final int CONNECTIONS = 10;

    /** How long after the warning a connection is closed; same source. */
    public static final Duration WARNING_LEAD = Duration.ofSeconds(10);

    /**
     * How long a connection lasts. Slack's page says a few hours, and has an hour in its sample of {@code hello}; the
     * SDK for Python has this one in a recorded one.
     *
     * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
     * @see <a href="https://github.com/slackapi/python-slack-sdk">Its tests for Socket Mode</a>
     */
    public static final Duration CONNECTION_LIFE = Duration.ofSeconds(18_060);

    /** How long a connection lasts that was opened with {@code debug_reconnects=true}; Slack's page. */
    public static final Duration DEBUG_CONNECTION_LIFE = Duration.ofSeconds(360);

    /** What a bot has at least between the warning and the end, ours: it cannot hurry to open another connection. */
    public static final Duration SHORTEST_WARNING_LEAD = Duration.ofSeconds(1);

    /**
     * What a connection lasts at least before it is warned. The Node client closes at the warning and waits five
     * seconds before it connects again; with less than this, a bot would be deaf for much of the time.
     *
     * @see <a href="https://github.com/slackapi/node-slack-sdk">@slack/socket-mode, clientPingTimeout</a>
     */
    public static final Duration SHORTEST_CONNECTION = Duration.ofSeconds(30);

    /**
     * How often Slack pings is not documented. The Node client gives up a connection on which no ping came for 30
     * seconds; a third of that leaves room for a slow machine.
     *
     * @see <a href="https://github.com/slackapi/node-slack-sdk">@slack/socket-mode, serverPingTimeout</a>
     */
    public static final Duration PING_PAUSE = Duration.ofSeconds(10);

    /**
     * How often a response URL may be used, and for how long.
     *
     * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">Handling user interaction</a>
     */
    public static final int RESPONSE_URL_USES = 5;

    public static final Duration RESPONSE_URL_LIFE = Duration.ofMinutes(30);

    /**
     * How long a trigger opens a modal. Never scaled: it is the bot's time to answer.
     *
     * @see <a href="https://docs.slack.dev/surfaces/modals">Modals</a>
     */
    public static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);

    /**
     * How long a code of OAuth can be exchanged; ours, what the protocol recommends at most.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749</a>
     */
    public static final Duration OAUTH_CODE_LIFE = Duration.ofMinutes(10);

    /**
     * How long a token is good that expires. Never scaled: the bot is told how long.
     *
     * @see <a href="https://docs.slack.dev/authentication/using-token-rotation">Using token rotation</a>
     */
    public static final Duration TOKEN_LIFE = Duration.ofHours(12);

    /**
     * A request whose timestamp is further off than this is to be refused; forged requests go a minute beyond.
     *
     * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests</a>
     */
    public static final Duration TIMESTAMP_TOLERANCE = Duration.ofMinutes(5);

    /** Bodies that are read, ours: Slack's own limits for what a bot sends are lower, so more is a mistake. */
    public static final int BODY_BYTES = 4 << 20;

    /** What is read of an answer of a bot, ours: a message and its blocks are far smaller at Slack. */
    public static final int ANSWER_BYTES = 1 << 20;

    /** How long an answer that is too late is still noted, ours: so that it is seen how late a bot was. */
    public static final Duration LATE_ANSWERS = Duration.ofMinutes(1);

    /** Deliveries and calls that are remembered, ours: enough for any drill, and bounded for a long run. */
    public static final int HISTORY = 20_000;

    private Limits() {}
}
