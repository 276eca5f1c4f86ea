package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import java.util.Optional;

/** What the answers lead to. */
public sealed interface Outcome {

    /** The alternative to take, if there is one. */
    default Optional<Alternative> recommended() {
        return this instanceof Recommended found ? Optional.of(found.alternative()) : Optional.empty();
    }

    /** Whether it is about another alternative, or of another kind; what decided makes no difference. */
    default boolean differsFrom(Outcome other) {
        return getClass() != other.getClass()
                || recommended().orElse(null) != other.recommended().orElse(null);
    }

    /** The word for its kind in files and reports. */
    String word();

    record Recommended(Alternative alternative, DecidedBy decidedBy) implements Outcome {

        @Override
        public String word() {
            return "recommended";
        }
    }

    /** Every alternative is excluded. */
    record Conflict() implements Outcome {

        @Override
        public String word() {
            return "conflict";
        }
    }

    /** Nothing has to be chosen. */
    record NotNeeded() implements Outcome {

        @Override
        public String word() {
            return "not-needed";
        }
    }
}
