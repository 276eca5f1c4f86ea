package dev.transportadvisor.simulator.socket;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Sender;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's side of Socket Mode: each payload goes in an envelope to one of the connections, and an acknowledgement is
 * told by its envelope, whichever connection it comes over.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
 */
public final class SocketMode implements Sender {

    static final String NO_CONNECTION = "no_connection";

    /** What Slack was seen to say in {@code retry_reason}: github.com/slackapi/bolt-js/issues/2487. */
    public static final String TIMEOUT = "timeout";

    private final Timeline timeline;
    private final SocketConnections connections;
    private final Map<String, Envelope> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    /** @param watcher told of every new state of a connection; it must be quick */
    public SocketMode(Timeline timeline, TimeScale scale, Consumer<Connection> watcher) {
        this.timeline = timeline;
        connections = new SocketConnections(timeline, scale, this::received, watcher);
    }

    /**
     * A ticket that opens one connection.
     *
     * @param process of the bot that asks for it; empty if its name is not known
     */
    public String ticket(String process) {
        return connections.ticket(process);
    }

    /**
     * A new connection, if the ticket is good; it is used up by this.
     *
     * @param life how long the connection is to last at Slack
     */
    public Optional<SocketConnection> redeem(String ticket, Duration life) {
        return connections.redeem(ticket, life);
    }

    /** Those that were opened and are not closed, the oldest first. */
    public List<Connection> connections() {
        return connections.all();
    }

    /**
     * Lets others that belong to the app hold so many connections. They count, and are sent nothing.
     *
     * @param count 0 to give them up
     */
    public void occupy(int count) {
        connections.occupy(count);
    }

    @Override
    public void send(Delivery delivery, Retry retry, Consumer<Ending> then) {
        Optional<SocketConnection> connection = connections.choose();
        Instant now = timeline.now();
        int index = delivery.begin(
                retry.number(), now, connection.map(SocketConnection::id).orElse(""));
        if (connection.isEmpty()) {
            delivery.failed(index, NO_CONNECTION);
            then.accept(new Failed(NO_CONNECTION, true));
            return;
        }
        String id = "envelope-" + numbers.incrementAndGet() + "-" + Ids.unguessable();
        Envelope envelope = new Envelope(delivery, index, now, then);
        underWay.put(id, envelope);
        envelope.alarm = timeline.after(Limits.ACKNOWLEDGEMENT, () -> late(id, envelope));
        connection.get().deliver(JsonTree.asSlackWrites(json(id, delivery.payload(), retry)));
    }

    private static ObjectNode json(String id, Payload payload, Retry retry) {
        return JsonTree.object()
                .put("envelope_id", id)
                .put("type", payload.kind().envelope())
                .put("accepts_response_payload", payload.kind().acceptsResponsePayload())
                .put("retry_attempt", retry.number())
                .put("retry_reason", retry.reason())
                .set("payload", payload.body());
    }

    private void received(String message) {
        ObjectNode acknowledgement = JsonTree.parseObject(message).orElseGet(JsonTree::object);
        Envelope envelope = underWay.remove(acknowledgement.path("envelope_id").asString(""));
        if (envelope != null) {
            JsonNode payload = acknowledgement.path("payload");
            envelope.acknowledged(payload.isMissingNode() || payload.isNull() ? "" : JsonTree.text(payload));
        }
    }

    private void late(String id, Envelope envelope) {
        envelope.late();
        timeline.after(Limits.LATE_ANSWERS, () -> underWay.remove(id));
    }

    /** One that is under way. It stays known when it is late, since the bot may still answer. */
    private final class Envelope {

        private final Delivery delivery;
        private final int index;
        private final Instant sentAt;
        private final Consumer<Ending> then;
        private final AtomicBoolean hasEnded = new AtomicBoolean();
        private Timeline.Alarm alarm = () -> {};

        Envelope(Delivery delivery, int index, Instant sentAt, Consumer<Ending> then) {
            this.delivery = delivery;
            this.index = index;
            this.sentAt = sentAt;
            this.then = then;
        }

        void acknowledged(String payload) {
            Duration after = Duration.between(sentAt, timeline.now());
            delivery.answered(index, new Answer(after, OptionalInt.empty(), payload));
            if (hasEnded.compareAndSet(false, true)) {
                alarm.cancel();
                then.accept(new Acknowledged(index));
            }
        }

        void late() {
            if (hasEnded.compareAndSet(false, true)) {
                delivery.failed(index, TIMEOUT);
                then.accept(new Failed(TIMEOUT, true));
            }
        }
    }
}
