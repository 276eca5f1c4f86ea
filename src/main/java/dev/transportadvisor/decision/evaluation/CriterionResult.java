package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Fits;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.Rule;
import java.util.List;
import java.util.Optional;

/**
 * One row of the result: how much a criterion matters for these answers, and what it is worth.
 *
 * @param suitabilities how well each alternative meets it, as these facts have it, in the order of the alternatives
 * @param points points won by each alternative, in hundredths, in the same order
 * @param fired the rules that make it matter: the wish if there is one, and what facts set off
 * @param denied the row that takes the wish its weight
 */
public record CriterionResult(
        Criterion criterion,
        Importance importance,
        Origin origin,
        List<Fits.Suitability> suitabilities,
        List<Long> points,
        List<Rule> fired,
        Optional<Contradiction> denied) {

    /** Where an importance comes from. */
    public enum Origin {
        ANSWERED,
        DERIVED,
        UNKNOWN
    }

    public CriterionResult {
        suitabilities = List.copyOf(suitabilities);
        points = List.copyOf(points);
        fired = List.copyOf(fired);
    }

    public Fits.Suitability suitability(Alternative alternative) {
        return suitabilities.get(alternative.index());
    }

    public Fit fit(Alternative alternative) {
        return suitability(alternative).fit();
    }

    /** Points in hundredths. */
    public long points(Alternative alternative) {
        return points.get(alternative.index());
    }

    /** Whether the criterion weighs anything. */
    public boolean counts() {
        return importance.isStrongerThan(Importance.NO);
    }

    /** Whether it rules an alternative out. */
    public boolean excludes(Alternative alternative) {
        return importance == Importance.MUST && fit(alternative) == Fit.NO;
    }

    /** By how many points, in hundredths, the best alternative is ahead of the worst. */
    public long lead() {
        return points.stream().mapToLong(Long::longValue).max().orElse(0) - least();
    }

    /** The points, in hundredths, that every alternative wins. */
    public long least() {
        return points.stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
