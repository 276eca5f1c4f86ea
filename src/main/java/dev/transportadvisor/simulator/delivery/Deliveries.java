package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deliveries so far; of very many, the last ones. */
public final class Deliveries {

    private final Map<String, Delivery> byId = new BoundedMap<>();
    private final Timeline timeline;
    private final Changes changes;
    private long numbers;

    public Deliveries(Timeline timeline, Changes changes) {
        this.timeline = timeline;
        this.changes = changes;
    }

    public synchronized Delivery add(Payload payload) {
        Delivery delivery = new Delivery("delivery-" + ++numbers, payload, timeline.now(), changes);
        byId.put(delivery.id(), delivery);
        return delivery;
    }

    public synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those that are new or have come further since a change, the first one first. */
    public synchronized List<Delivery> changedAfter(long change) {
        return byId.values().stream()
                .filter(delivery -> delivery.change() > change)
                .toList();
    }

    /** The first one first. */
    public synchronized List<Delivery> all() {
        return List.copyOf(byId.values());
    }
}
