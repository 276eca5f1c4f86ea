package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.socket.Connection;

/** Told of what happens while it happens, on any thread; it must be quick. */
public interface Watcher {

    /** Nobody who would want to know. */
    Watcher NOBODY = new Watcher() {

        @Override
        public void changed(Connection connection) {}

        @Override
        public void settled(Delivery delivery) {}
    };

    /** A connection was opened, or is in another state. */
    void changed(Connection connection);

    /** A delivery has come to its end. */
    void settled(Delivery delivery);
}
