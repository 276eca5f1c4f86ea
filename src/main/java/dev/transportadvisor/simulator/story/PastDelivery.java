package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import java.time.Instant;
import java.util.List;

/**
 * A delivery that has come to its end.
 *
 * @param reason why it failed or was withheld; empty otherwise
 */
public record PastDelivery(
        Payload payload, Instant createdAt, Delivery.State state, String reason, List<Attempt> attempts) {

    /** Of one that is still under way, nobody will know the end. */
    public static PastDelivery of(Delivery delivery) {
        boolean isOpen = delivery.state() == Delivery.State.WAITING;
        return new PastDelivery(
                delivery.payload(),
                delivery.createdAt(),
                isOpen ? Delivery.State.FAILED : delivery.state(),
                isOpen ? "the local Slack was stopped" : delivery.reason(),
                delivery.attempts());
    }
}
