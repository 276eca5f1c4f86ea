package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Criterion;
import java.util.List;

/** The hard constraints to give up for an alternative to come back into question. */
public record Relaxation(Alternative alternative, List<Criterion> giveUp) {

    public Relaxation {
        giveUp = List.copyOf(giveUp);
    }
}
