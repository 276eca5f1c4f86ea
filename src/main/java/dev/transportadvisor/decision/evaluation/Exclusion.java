package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Limit;

/** Why an alternative is out. */
public sealed interface Exclusion {

    /** The id of the row that excludes it. */
    String id();

    /** Facts make it impossible. */
    record ByLimit(Limit limit) implements Exclusion {

        @Override
        public String id() {
            return limit.id();
        }
    }

    /** It does not meet at all what must be. */
    record ByMust(CriterionResult row) implements Exclusion {

        @Override
        public String id() {
            return row.criterion().id();
        }
    }
}
