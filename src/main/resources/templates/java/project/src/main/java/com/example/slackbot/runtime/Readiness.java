package com.example.slackbot.runtime;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Whether the bot should get work, and why not; Bolt does not say. Safe for use by many threads. */
public final class Readiness {

    /**
     * Slack's greeting on a new socket. Compared by identity: each socket has its own.
     *
     * @param numConnections how many sockets Slack holds open for the app
     */
    record Hello(int numConnections) {}

    private final Transport.Kind transport;
    private final AtomicReference<Hello> hello = new AtomicReference<>();
    private volatile boolean authenticated;
    private volatile boolean draining;
    // region inbox
    private volatile boolean storing;
    // endregion

    public Readiness(Transport.Kind transport) {
        this.transport = transport;
    }

    /** Slack has accepted the bot token. */
    void authenticated() {
        authenticated = true;
    }

    /** A socket is open and Slack has said hello on it. */
    void greeted(Hello greeting) {
        hello.set(greeting);
    }

    /** The socket of this greeting is gone. Says nothing about a newer one. */
    void lost(Hello greeting) {
        hello.compareAndSet(greeting, null);
    }

    /** The greeting of the current socket, or null. */
    Hello hello() {
        return hello.get();
    }

    // region inbox
    /** Whether deliveries can be kept. */
    public void stores(boolean works) {
        storing = works;
    }

    // endregion
    /** The bot is going down. */
    void draining() {
        draining = true;
    }

    Transport.Kind transport() {
        return transport;
    }

    // region metrics
    /** How many sockets Slack holds open for the app, as far as it has said; 0 without one. */
    public int sockets() {
        Hello current = hello.get();
        return current == null ? 0 : current.numConnections();
    }

    // endregion
    public boolean isReady() {
        // region inbox
        if (!storing) {
            return false;
        }
        // endregion
        return authenticated && !draining && (transport == Transport.Kind.EVENTS_API || hello.get() != null);
    }

    /** The state for people and probes, as a JSON object. */
    String toJson() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("ready", isReady());
        state.put("transport", transport.toString());
        state.put("auth", authenticated ? "ok" : "waiting for Slack");
        if (transport == Transport.Kind.SOCKET_MODE) {
            Hello current = hello.get();
            state.put("socket", current == null ? "not connected" : "connected");
            state.put("num_connections", current == null ? 0 : current.numConnections());
        }
        // region inbox
        state.put("database", storing ? "ok" : "not available");
        // endregion
        state.put("draining", draining);
        return new Gson().toJson(state);
    }
}
