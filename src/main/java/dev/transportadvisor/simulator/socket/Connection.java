package dev.transportadvisor.simulator.socket;

import java.time.Instant;

/** An open or former WebSocket of the bot. */
public interface Connection {

    /** What a connection can be. */
    enum State {
        OPEN,
        /** Slack has said that it will close it soon. */
        WARNED,
        /** Half-open: nothing goes in or out any more, and nobody has said so. */
        SILENT,
        CLOSED
    }

    /** Begins with the name of its process, if that is known. */
    String id();

    /** Whether an id is that of a connection of this process. */
    static boolean isOf(String process, String id) {
        return id.startsWith(process + "-socket-");
    }

    /** The process of the bot that opened it; empty if its name is not known. */
    String process();

    State state();

    Instant openedAt();

    /** How many payloads were sent to it. */
    int delivered();

    /** Sends {@code disconnect} and closes: with a warning about ten seconds later, otherwise at once. */
    void disconnect(DisconnectReason reason);

    /**
     * Makes it half-open: pings and messages are no longer answered, and payloads go nowhere. It gets payloads only
     * while there is no other connection.
     */
    void goSilent();

    /** Cuts the line without the closing handshake. */
    void cut();
}
