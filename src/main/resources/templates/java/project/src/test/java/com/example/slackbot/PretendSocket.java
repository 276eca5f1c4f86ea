package com.example.slackbot;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Slack's end of Socket Mode: says hello, sends envelopes to the newest connection, takes acknowledgements. */
public final class PretendSocket extends WebSocketServer {
    volatile boolean saysHello = true;
    volatile boolean turnsAway;

    final AtomicInteger connectionsOpened = new AtomicInteger();

    private final Deque<WebSocket> connections = new ConcurrentLinkedDeque<>();
    private final Map<String, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final CountDownLatch started = new CountDownLatch(1);

    PretendSocket() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2);
        setReuseAddr(true);
        setDaemon(true);
    }

    void open() throws InterruptedException {
        start();
        if (!started.await(RunningBot.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The pretend socket did not open");
        }
    }

    void close() {
        try {
            stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "ws://127.0.0.1:" + getPort() + "/link?ticket=loopback";
    }

    /** Sends an envelope; the future holds the acknowledgement if one comes. */
    CompletableFuture<JsonObject> send(String type, JsonObject payload) {
        String id = UUID.randomUUID().toString();
        JsonObject envelope = new JsonObject();
        envelope.addProperty("envelope_id", id);
        envelope.addProperty("type", type);
        envelope.addProperty("accepts_response_payload", !type.equals("events_api"));
        envelope.add("payload", payload);
        CompletableFuture<JsonObject> acknowledgement = new CompletableFuture<>();
        waiting.put(id, acknowledgement);
        newest().ifPresent(connection -> write(connection, envelope.toString()));
        return acknowledgement;
    }

    /** Tells the newest connection to make place for a fresh one. */
    void askToReconnect() {
        write(newest().orElseThrow(), "{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    }

    /** Drops every connection without a word. */
    void drop() {
        connections.forEach(connection -> connection.closeConnection(1006, "gone"));
    }

    void sayHello(int numConnections) {
        newest().orElseThrow().send("{\"type\":\"hello\",\"num_connections\":" + numConnections + "}");
    }

    /**
     * Asks again until the message has left: WebSocketServer drops its wish to write when a message comes at the moment
     * in which it has just written the one before.
     */
    private void write(WebSocket connection, String message) {
        connection.send(message);
        while (connection.isOpen() && connection.hasBufferedData()) {
            onWriteDemand(connection);
            Thread.yield();
        }
    }

    private Optional<WebSocket> newest() {
        return connections.stream().filter(WebSocket::isOpen).findFirst();
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        connections.addFirst(connection);
        connectionsOpened.incrementAndGet();
        if (turnsAway) {
            askToReconnect();
        } else if (saysHello) {
            sayHello(1);
        }
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        JsonObject acknowledgement = JsonParser.parseString(message).getAsJsonObject();
        waiting.remove(acknowledgement.get("envelope_id").getAsString()).complete(acknowledgement);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        connections.remove(connection);
    }

    @Override
    public void onError(WebSocket connection, Exception error) {}
}
