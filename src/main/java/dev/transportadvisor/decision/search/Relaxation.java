package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Limit;
import java.util.List;

/**
 * What it takes for an alternative to come back into question; all of it, and nothing less.
 *
 * @param giveUp the wishes that must no longer be a must
 * @param lift the limits that must no longer hold
 */
public record Relaxation(Alternative alternative, List<Criterion> giveUp, List<Limit> lift) {

    public Relaxation {
        giveUp = List.copyOf(giveUp);
        lift = List.copyOf(lift);
    }
}
