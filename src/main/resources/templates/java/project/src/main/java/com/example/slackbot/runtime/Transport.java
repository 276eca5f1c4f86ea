package com.example.slackbot.runtime;

import java.io.IOException;

/** A way in which Slack's payloads reach the bot. Listeners never see which one it is. */
public sealed interface Transport permits SocketModeTransport, EventsApiTransport {

    /** The transports by the names that {@code SLACK_TRANSPORT} accepts. */
    enum Kind {
        SOCKET_MODE("socket-mode"),
        EVENTS_API("events-api");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Begins to take payloads. May be called again after an {@link IOException}.
     *
     * @throws StartupException when Slack refuses a token
     * @throws IOException when Slack cannot be reached or is in trouble
     */
    void start() throws StartupException, IOException;

    /** Takes no more payloads. */
    void close();
}
