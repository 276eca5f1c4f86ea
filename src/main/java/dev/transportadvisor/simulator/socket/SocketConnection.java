package dev.transportadvisor.simulator.socket;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.time.ThreadTrouble;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.node.ObjectNode;

/**
 * One WebSocket of the bot, which can fall silent. Public only for Jetty, which
 * looks up what it calls; everybody else knows it as a {@link Connection}.
 */
public final class SocketConnection implements Connection, Session.Listener {

    /** A normal closure, of RFC 6455, section 7.4.1. */
    private static final int NORMAL = 1000;

    private final String id;
    private final String process;
    private final SocketConnections owner;
    private final Instant openedAt;
    private final Duration life;
    private final AtomicInteger delivered = new AtomicInteger();
    private volatile Session session;
    private volatile State state = State.OPEN;
    private Runnable afterwards = () -> {};

    /** @param life how long it is to last at Slack */
    SocketConnection(String id, String process, SocketConnections owner, Instant openedAt, Duration life) {
        this.id = id;
        this.process = process;
        this.owner = owner;
        this.openedAt = openedAt;
        this.life = life;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String process() {
        return process;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Instant openedAt() {
        return openedAt;
    }

    @Override
    public int delivered() {
        return delivered.get();
    }

    @Override
    public void disconnect(DisconnectReason reason) {
        owner.disconnect(this, reason);
    }

    @Override
    public void goSilent() {
        change(State.SILENT);
    }

    @Override
    public void cut() {
        change(State.CLOSED);
        session.disconnect();
    }

    Duration life() {
        return life;
    }

    /** Runs the task when it is closed, or at once if it is already. */
    synchronized void whenClosed(Runnable task) {
        if (state == State.CLOSED) {
            task.run();
        } else {
            afterwards = task;
        }
    }

    /** A half-open connection hears nothing of it, and stays half-open. */
    synchronized void warned() {
        if (state == State.OPEN) {
            change(State.WARNED);
        }
    }

    void close() {
        change(State.CLOSED);
        session.close(NORMAL, "", Callback.NOOP);
    }

    void deliver(String envelope) {
        delivered.incrementAndGet();
        send(envelope);
    }

    void send(ObjectNode message) {
        send(JsonTree.text(message));
    }

    void ping() {
        if (state != State.SILENT) {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    private void send(String message) {
        if (state != State.SILENT) {
            session.sendText(message, Callback.NOOP);
        }
    }

    /** A connection that is closed stays so. */
    private synchronized void change(State next) {
        if (state == State.CLOSED) {
            return;
        }
        state = next;
        owner.changed(this);
        if (next == State.CLOSED) {
            afterwards.run();
        }
    }

    private void demand() {
        if (state != State.CLOSED) {
            session.demand();
        }
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        owner.opened(this);
        demand();
    }

    @Override
    public void onWebSocketText(String message) {
        if (state != State.SILENT) {
            owner.received(message);
        }
        demand();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        if (state != State.SILENT) {
            session.sendPong(payload, Callback.NOOP);
        }
        demand();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        demand();
    }

    /**
     * A half-open connection does not answer the closing handshake: that is what the callback would do. But it is gone,
     * and no longer to be counted.
     */
    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        boolean answers = state != State.SILENT;
        change(State.CLOSED);
        owner.closed(this);
        if (answers) {
            callback.succeed();
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        ThreadTrouble.tell(cause);
        change(State.CLOSED);
        owner.closed(this);
    }
}
