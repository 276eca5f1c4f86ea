package dev.transportadvisor.simulator.socket;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.web.WebClient;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ServerHandshake;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bot's side of Socket Mode. Not with the WebSocket of the JDK, which now and then misses that a line is cut while a
 * message is being handled.
 */
public final class SocketBot implements AutoCloseable {

    private static final long SECONDS = Eventually.BOUND.toSeconds();

    final List<ObjectNode> received = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final CompletableFuture<ByteBuffer> pong = new CompletableFuture<>();

    private final BlockingQueue<ObjectNode> unread = new LinkedBlockingQueue<>();
    private final Function<ObjectNode, ObjectNode> acknowledgement;
    private final Line line;
    private volatile boolean isLetIn;

    /** The last message, as it came. */
    volatile String text = "";

    private SocketBot(URI url, Function<ObjectNode, ObjectNode> acknowledgement) {
        this.acknowledgement = acknowledgement;
        line = new Line(url);
    }

    /** A bot that acknowledges everything. */
    public static SocketBot connect(SlackSimulator slack) throws InterruptedException {
        return connect(slack, envelope -> JsonTree.object());
    }

    /** @param acknowledgement what is sent back beside the envelope's id; null to keep silent */
    public static SocketBot connect(SlackSimulator slack, Function<ObjectNode, ObjectNode> acknowledgement)
            throws InterruptedException {
        return connect(url(slack), acknowledgement);
    }

    /** @throws AssertionError if it is not let in */
    public static SocketBot connect(String url, Function<ObjectNode, ObjectNode> acknowledgement)
            throws InterruptedException {
        SocketBot bot = new SocketBot(URI.create(url), acknowledgement);
        bot.line.connectBlocking(SECONDS, TimeUnit.SECONDS);
        // Whoever was let in may have been sent away by now.
        assertTrue(bot.isLetIn, "not let in");
        return bot;
    }

    /** The URL that apps.connections.open gives out. */
    static String url(SlackSimulator slack) {
        return WebClient.of(slack).call("apps.connections.open", Identity.APP_TOKEN, "").path("url").asString();
    }

    /** The next message that has not been looked at. */
    public ObjectNode next() throws InterruptedException {
        ObjectNode message = unread.poll(SECONDS, TimeUnit.SECONDS);
        assertTrue(message != null, "nothing came");
        return message;
    }

    ByteBuffer ping() throws Exception {
        sendPing();
        return pong.get(SECONDS, TimeUnit.SECONDS);
    }

    void sendPing() {
        PingFrame ping = new PingFrame();
        ping.setPayload(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        line.sendFrame(ping);
    }

    /** The status with which the line has ended; whatever was sent before has been received by then. */
    int awaitClosed() throws Exception {
        return closed.get(SECONDS, TimeUnit.SECONDS);
    }

    void send(ObjectNode message) {
        line.send(JsonTree.text(message));
    }

    private void handle(ObjectNode message) {
        received.add(message);
        unread.add(message);
        ObjectNode answer = message.has("envelope_id") ? acknowledgement.apply(message) : null;
        if (answer != null) {
            send(answer.set("envelope_id", message.get("envelope_id")));
        }
    }

    @Override
    public void close() {
        line.closeConnection(1001, "");
    }

    private final class Line extends WebSocketClient {

        Line(URI url) {
            super(url);
            setConnectionLostTimeout(0); // no pings of its own
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            isLetIn = true;
        }

        @Override
        public void onMessage(String message) {
            text = message;
            handle(JsonTree.parseObject(message).orElseThrow());
        }

        @Override
        public void onWebsocketPong(WebSocket from, Framedata frame) {
            pong.complete(frame.getPayloadData());
        }

        @Override
        public void onClose(int status, String reason, boolean remote) {
            closed.complete(status);
        }

        @Override
        public void onError(Exception trouble) {
            if (trouble instanceof RuntimeException) {
                closed.completeExceptionally(trouble); // of the test's own; a line with trouble is closed next
            }
        }
    }
}
