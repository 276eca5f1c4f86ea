package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;

/** A row that makes a criterion matter. */
public sealed interface Rule {

    String id();

    /** The id of the criterion that matters when the rule fires. */
    String criterion();

    Location location();

    /** The answer to a need says itself how much it matters; the rule has the id of both. */
    record Asked(InputClause input, Location location) implements Rule {

        @Override
        public String id() {
            return input.id();
        }

        @Override
        public String criterion() {
            return input.id();
        }
    }

    /**
     * Facts make a criterion matter. A wish that is stronger counts instead.
     *
     * @param because the reason in plain words
     */
    record Derived(
            String id,
            String criterion,
            Guard when,
            Importance importance,
            String because,
            String source,
            int index,
            Location location)
            implements Rule {}
}
