package dev.transportadvisor.simulator.socket;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Sender;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's side of Socket Mode: single-use tickets, at most ten connections, each payload to one of them, and an
 * acknowledgement that is told by its envelope, whichever connection it comes over.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
 */
public final class SocketMode implements Sender {

    static final String NO_CONNECTION = "no_connection";

    /** What Slack was seen to say in {@code retry_reason}: github.com/slackapi/bolt-js/issues/2487. */
    public static final String TIMEOUT = "timeout";

    private static final String HOST = "local-slack";

    private final Timeline timeline;
    private final TimeScale scale;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<SocketConnection> connections = new CopyOnWriteArrayList<>();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger envelopes = new AtomicInteger();
    private final SplittableRandom random = new SplittableRandom();

    public SocketMode(Timeline timeline, TimeScale scale) {
        this.timeline = timeline;
        this.scale = scale;
        pingLater();
    }

    /** A ticket that opens one connection. */
    public String ticket() {
        String ticket = Ids.unguessable();
        tickets.add(ticket);
        return ticket;
    }

    /**
     * A new connection, if the ticket is good; it is used up by this.
     *
     * @param life how long the connection is to last at Slack
     */
    public Optional<SocketConnection> redeem(String ticket, Duration life) {
        return tickets.remove(ticket)
                ? Optional.of(new SocketConnection("socket-" + opened.incrementAndGet(), this, timeline.now(), life))
                : Optional.empty();
    }

    /** Those that were opened and are not closed, the oldest first. */
    public List<Connection> connections() {
        return List.copyOf(connections);
    }

    @Override
    public void send(Delivery delivery, Retry retry, Consumer<Ending> then) {
        SocketConnection connection = choose();
        if (connection == null) {
            int index = delivery.begin(retry.number(), timeline.now(), "");
            delivery.failed(index, NO_CONNECTION);
            then.accept(new Failed(NO_CONNECTION, true));
            return;
        }
        Instant now = timeline.now();
        int index = delivery.begin(retry.number(), now, connection.id());
        String envelope = "envelope-" + envelopes.incrementAndGet() + "-" + Ids.unguessable();
        Pending waiting = new Pending(delivery, index, now, then);
        pending.put(envelope, waiting);
        waiting.alarm = timeline.after(Limits.ACKNOWLEDGEMENT, () -> late(envelope, waiting));
        connection.deliver(JsonTree.text(envelope(envelope, delivery.payload(), retry)));
    }

    /** No message is sent to it before its greeting: whoever chooses or ends a connection waits until that is out. */
    synchronized void opened(SocketConnection connection) {
        connections.add(connection);
        if (connections.size() > Limits.CONNECTIONS) {
            disconnect(connection, DisconnectReason.TOO_MANY_WEBSOCKETS);
        } else {
            refreshLater(connection); // first, since its life has begun for whoever has read the greeting
            connection.send(hello(connection.life()));
        }
    }

    /** Slack moves every connection to another server now and then, and says so a little ahead. */
    private void refreshLater(SocketConnection connection) {
        Duration calm = connection.life().minus(Limits.WARNING_LEAD);
        Timeline.Alarm refresh = timeline.after(scale.of(calm, Limits.SHORTEST_CONNECTION), () -> {
            if (connection.state() == Connection.State.OPEN) {
                disconnect(connection, DisconnectReason.WARNING);
            }
        });
        connection.whenClosed(refresh::cancel);
    }

    void received(String message) {
        ObjectNode acknowledgement = JsonTree.parseObject(message).orElseGet(JsonTree::object);
        Pending waiting = pending.remove(acknowledgement.path("envelope_id").asString(""));
        if (waiting != null) {
            JsonNode payload = acknowledgement.path("payload");
            waiting.acknowledged(payload.isMissingNode() || payload.isNull() ? "" : JsonTree.text(payload));
        }
    }

    void closed(SocketConnection connection) {
        connections.remove(connection);
    }

    /** It is told last: by then, nothing goes to it any more that may go to another one. */
    synchronized void disconnect(SocketConnection connection, DisconnectReason reason) {
        ObjectNode farewell = JsonTree.object()
                .put("type", "disconnect")
                .put("reason", reason.word())
                .set("debug_info", JsonTree.object().put("host", HOST));
        if (reason == DisconnectReason.WARNING) {
            connection.warned();
            timeline.after(scale.of(Limits.WARNING_LEAD, Limits.SHORTEST_WARNING_LEAD), connection::close);
            connection.send(farewell);
        } else {
            connections.remove(connection);
            connection.send(farewell);
            connection.close();
        }
    }

    /** Any of the open ones, by chance; a connection that is about to end, or has silently ended, only for want. */
    private synchronized SocketConnection choose() {
        for (Connection.State state : EnumSet.of(
                Connection.State.OPEN, Connection.State.WARNED, Connection.State.SILENT)) {
            List<SocketConnection> candidates = connections.stream()
                    .filter(connection -> connection.state() == state)
                    .toList();
            if (!candidates.isEmpty()) {
                return candidates.get(random.nextInt(candidates.size()));
            }
        }
        return null;
    }

    private void late(String envelope, Pending waiting) {
        waiting.late();
        timeline.after(Limits.LATE_ANSWERS, () -> pending.remove(envelope));
    }

    private ObjectNode hello(Duration life) {
        ObjectNode hello = JsonTree.object().put("type", "hello").put("num_connections", connections.size());
        hello.putObject("connection_info").put("app_id", Identity.APP);
        hello.putObject("debug_info")
                .put("host", HOST)
                .put("started", timeline.now().toString())
                .put("build_number", 1)
                .put("approximate_connection_time", life.toSeconds());
        return hello;
    }

    private static ObjectNode envelope(String id, Payload payload, Retry retry) {
        return JsonTree.object()
                .put("envelope_id", id)
                .put("type", payload.kind().envelope())
                .put("accepts_response_payload", payload.kind().acceptsResponsePayload())
                .put("retry_attempt", retry.number())
                .put("retry_reason", retry.reason())
                .set("payload", payload.body());
    }

    private void pingLater() {
        timeline.after(Limits.PING_PAUSE, () -> {
            connections.forEach(SocketConnection::ping);
            pingLater();
        });
    }

    /** An envelope that is under way. It stays known when it is late, since the bot may still answer. */
    private final class Pending {

        private final Delivery delivery;
        private final int index;
        private final Instant sentAt;
        private final Consumer<Ending> then;
        private Timeline.Alarm alarm = () -> {};
        private boolean ended;

        Pending(Delivery delivery, int index, Instant sentAt, Consumer<Ending> then) {
            this.delivery = delivery;
            this.index = index;
            this.sentAt = sentAt;
            this.then = then;
        }

        void acknowledged(String payload) {
            Duration after = Duration.between(sentAt, timeline.now());
            delivery.answered(index, new Answer(after, OptionalInt.empty(), payload));
            if (end()) {
                alarm.cancel();
                then.accept(new Acknowledged(index));
            }
        }

        void late() {
            if (end()) {
                delivery.failed(index, TIMEOUT);
                then.accept(new Failed(TIMEOUT, true));
            }
        }

        private synchronized boolean end() {
            boolean first = !ended;
            ended = true;
            return first;
        }
    }
}
