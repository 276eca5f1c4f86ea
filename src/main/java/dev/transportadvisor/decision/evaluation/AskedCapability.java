package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Capability;
import java.util.List;

/**
 * A capability for which answers ask.
 *
 * @param asks those of its rows that hold, one at least
 */
public record AskedCapability(Capability capability, List<Capability.Ask> asks) {

    public AskedCapability {
        asks = List.copyOf(asks);
    }

    public String id() {
        return capability.id();
    }
}
