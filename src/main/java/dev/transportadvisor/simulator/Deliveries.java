package dev.transportadvisor.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deliveries so far; of very many, the last ones. */
final class Deliveries {

    private final Map<String, Delivery> byId = new Bounded<>();
    private final Timeline timeline;
    private long numbers;

    Deliveries(Timeline timeline) {
        this.timeline = timeline;
    }

    synchronized Delivery add(Payload payload) {
        Delivery delivery = new Delivery("delivery-" + ++numbers, payload, timeline.now());
        byId.put(delivery.id(), delivery);
        return delivery;
    }

    synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first one first. */
    synchronized List<Delivery> all() {
        return List.copyOf(byId.values());
    }
}
