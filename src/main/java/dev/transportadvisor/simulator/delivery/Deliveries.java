package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deliveries so far; of very many, the last ones. */
public final class Deliveries {

    private final Map<String, Delivery> byId = new BoundedMap<>();
    private final Timeline timeline;
    private long numbers;

    public Deliveries(Timeline timeline) {
        this.timeline = timeline;
    }

    public synchronized Delivery add(Payload payload) {
        Delivery delivery = new Delivery("delivery-" + ++numbers, payload, timeline.now());
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
