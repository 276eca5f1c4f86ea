package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;

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
     * Facts make a criterion matter, if nobody has said how much it does.
     *
     * @param conditions all of them must hold
     * @param because the reason in plain words
     */
    record Derived(
            String id,
            String criterion,
            List<Condition> conditions,
            Importance importance,
            String because,
            String source,
            int index,
            Location location)
            implements Rule {

        public Derived {
            conditions = List.copyOf(conditions);
        }

        public boolean fires(Answers answers) {
            for (Condition condition : conditions) {
                if (!condition.holds(answers)) {
                    return false;
                }
            }
            return true;
        }
    }
}
