package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import java.util.List;
import java.util.Optional;

/**
 * Answers that, changed together, lead elsewhere.
 *
 * @param outcome another recommendation, or a conflict
 */
public record Flip(Outcome outcome, List<Change> changes) {

    /** One changed answer; {@code from} is empty where the answer was unknown. */
    public record Change(InputClause input, Optional<Value> from, Value to) {}

    public Flip {
        changes = List.copyOf(changes);
    }

    /** What is recommended then; empty for a conflict. */
    public Optional<Alternative> alternative() {
        return outcome.recommended();
    }
}
