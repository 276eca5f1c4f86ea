package dev.transportadvisor.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** A bot's side of Socket Mode, made of nothing but the JDK. */
final class SocketBot implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long SECONDS = Eventually.BOUND.toSeconds();

    final List<ObjectNode> received = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final CompletableFuture<ByteBuffer> pong = new CompletableFuture<>();

    private final BlockingQueue<ObjectNode> unread = new LinkedBlockingQueue<>();
    private final Function<ObjectNode, ObjectNode> acknowledgement;
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private SocketBot(Function<ObjectNode, ObjectNode> acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    /** A bot that acknowledges everything. */
    static SocketBot connect(SlackSimulator slack) {
        return connect(slack, envelope -> Json.object());
    }

    /** @param acknowledgement what is sent back beside the envelope's id; null to keep silent */
    static SocketBot connect(SlackSimulator slack, Function<ObjectNode, ObjectNode> acknowledgement) {
        return connect(url(slack), acknowledgement);
    }

    static SocketBot connect(String url, Function<ObjectNode, ObjectNode> acknowledgement) {
        SocketBot bot = new SocketBot(acknowledgement);
        bot.socket = CLIENT.newWebSocketBuilder()
                .buildAsync(URI.create(url), bot)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        return bot;
    }

    /** The URL that apps.connections.open gives out. */
    static String url(SlackSimulator slack) {
        return WebClient.of(slack).call("apps.connections.open", Identity.APP_TOKEN, "").path("url").asString();
    }

    /** The next message that has not been looked at. */
    ObjectNode next() throws InterruptedException {
        ObjectNode message = unread.poll(SECONDS, TimeUnit.SECONDS);
        assertTrue(message != null, "nothing came");
        return message;
    }

    ByteBuffer ping() throws Exception {
        sendPing();
        return pong.get(SECONDS, TimeUnit.SECONDS);
    }

    void sendPing() {
        socket.sendPing(ByteBuffer.wrap(new byte[] {1, 2, 3})).orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** The status with which the line has ended; whatever was sent before has been received by then. */
    int awaitClosed() throws Exception {
        return closed.get(SECONDS, TimeUnit.SECONDS);
    }

    void send(ObjectNode message) {
        socket.sendText(Json.text(message), true).orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            ObjectNode message = Json.parseObject(partial.toString()).orElseThrow();
            partial.setLength(0);
            received.add(message);
            unread.add(message);
            answer(from, message).whenComplete((sent, failure) -> from.request(1));
        } else {
            from.request(1);
        }
        return null;
    }

    /** The socket takes one message at a time: the next one is asked for when this is done. */
    private CompletableFuture<?> answer(WebSocket to, ObjectNode message) {
        ObjectNode answer = message.has("envelope_id") ? acknowledgement.apply(message) : null;
        return answer == null
                ? CompletableFuture.completedFuture(null)
                : to.sendText(Json.text(answer.set("envelope_id", message.get("envelope_id"))), true);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
        pong.complete(payload);
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
