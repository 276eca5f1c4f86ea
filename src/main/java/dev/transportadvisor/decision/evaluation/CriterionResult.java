package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.Rule;
import java.util.List;
import java.util.Optional;

/**
 * One row of the result: how much a criterion matters for these answers, and what it is worth.
 *
 * @param points points won by each alternative, in hundredths, in the order of the alternatives
 * @param fired the rules that facts set off
 * @param contradicted the importance that facts ask for, where an answer says something else
 */
public record CriterionResult(
        Criterion criterion,
        Importance importance,
        Origin origin,
        List<Long> points,
        List<Rule> fired,
        Optional<Rule.Derived> contradicted) {

    /** Where an importance comes from. */
    public enum Origin {
        ANSWERED,
        DERIVED,
        UNKNOWN
    }

    public CriterionResult {
        points = List.copyOf(points);
        fired = List.copyOf(fired);
    }

    /** Whether the criterion weighs anything. */
    public boolean counts() {
        return importance.isStrongerThan(Importance.NO);
    }

    /** Whether it rules an alternative out. */
    public boolean excludes(Alternative alternative) {
        return importance == Importance.MUST && criterion.fit(alternative) == Fit.NO;
    }
}
