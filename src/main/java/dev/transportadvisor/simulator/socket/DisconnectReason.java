package dev.transportadvisor.simulator.socket;

import java.util.Locale;

/**
 * Why Slack ends a connection.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
 */
public enum DisconnectReason {
    /** Said about ten seconds ahead; until then, the connection goes on. */
    WARNING,
    /** The connection is closed at once, as when Slack recycles its servers. */
    REFRESH_REQUESTED,
    /** Socket Mode was switched off. */
    LINK_DISABLED,
    /** More than ten connections. Not on Slack's page; the SDKs' tests and issues know it. */
    TOO_MANY_WEBSOCKETS;

    /** As Slack writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
