package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;

/** Takes what people have done to the bot. */
public interface Courier {

    Delivery deliver(Payload payload);
}
