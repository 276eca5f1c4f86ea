package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import java.util.Optional;

/** What the answers lead to. */
public sealed interface Outcome {

    /** The alternative to take, if there is one. */
    Optional<Alternative> recommended();

    /** Whether another alternative is recommended, or only one of the two is a conflict. */
    default boolean recommendsOtherThan(Outcome other) {
        return recommended().orElse(null) != other.recommended().orElse(null);
    }

    record Recommended(Alternative alternative, DecidedBy decidedBy) implements Outcome {

        @Override
        public Optional<Alternative> recommended() {
            return Optional.of(alternative);
        }
    }

    /** Every alternative is excluded by a hard constraint. */
    record Conflict() implements Outcome {

        @Override
        public Optional<Alternative> recommended() {
            return Optional.empty();
        }
    }
}
