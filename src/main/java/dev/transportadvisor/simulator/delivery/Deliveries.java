package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The deliveries so far; of very many, the last ones. */
public final class Deliveries {

    private final Map<String, Delivery> byId = new BoundedMap<>();
    private final Timeline timeline;
    private final Changes changes;
    private volatile Consumer<Delivery> watcher;
    private long numbers;

    public Deliveries(Timeline timeline, Changes changes) {
        this.timeline = timeline;
        this.changes = changes;
    }

    /** From now on, tells of every delivery that is settled. */
    public void watch(Consumer<Delivery> settled) {
        watcher = settled;
    }

    public Delivery add(Payload payload) {
        Delivery delivery = put(payload);
        Consumer<Delivery> settled = watcher;
        if (settled != null) {
            delivery.settled().thenAccept(settled);
        }
        return delivery;
    }

    /** Puts one back that has come to its end. */
    public synchronized void restore(
            Payload payload, Instant createdAt, Delivery.State state, String reason, List<Attempt> attempts) {
        Delivery delivery = new Delivery("delivery-" + ++numbers, payload, createdAt, changes);
        delivery.restore(state, reason, attempts);
        byId.put(delivery.id(), delivery);
    }

    private synchronized Delivery put(Payload payload) {
        Delivery delivery = new Delivery("delivery-" + ++numbers, payload, timeline.now(), changes);
        byId.put(delivery.id(), delivery);
        return delivery;
    }

    public synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first one first. */
    public synchronized List<Delivery> all() {
        return List.copyOf(byId.values());
    }
}
