package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about a choice.
 *
 * <p>Its hit policy is COLLECT: every rule that fires counts. Since one row scores several
 * alternatives, it is, strictly, a scorecard in the form of a table. Exclusions stay apart from the
 * sums, so that no number of points outvotes a hard constraint.
 *
 * @param weights points for a criterion of each importance, in whole points
 * @param percentages share of these points that each fit wins, in whole per cent
 * @param gaps what a scaffolded bot does not carry yet
 * @param fallback what to choose when the answers do not tell the alternatives apart
 * @param development what to choose for development, where the deployment need not be the same
 */
public record DecisionTable(
        List<Alternative> alternatives,
        Map<Importance, Integer> weights,
        Map<Fit, Integer> percentages,
        List<InputClause> inputs,
        List<Criterion> criteria,
        List<Caution> cautions,
        List<Gap> gaps,
        Preference fallback,
        Preference development,
        Location location) {

    public DecisionTable {
        alternatives = List.copyOf(alternatives);
        weights = Map.copyOf(weights);
        percentages = Map.copyOf(percentages);
        inputs = List.copyOf(inputs);
        criteria = List.copyOf(criteria);
        cautions = List.copyOf(cautions);
        gaps = List.copyOf(gaps);
    }

    public Optional<InputClause> input(String id) {
        return inputs.stream().filter(input -> input.id().equals(id)).findFirst();
    }

    public Optional<Alternative> alternative(String id) {
        return alternatives.stream()
                .filter(alternative -> alternative.id().equals(id))
                .findFirst();
    }

    /** Points in hundredths that a fit wins: the weight of the importance times the share of the fit. */
    public long points(Importance importance, Fit fit) {
        return (long) weights.get(importance) * percentages.get(fit);
    }

    /** All rules: those that take an answer first, then those that derive, in the order of the table. */
    public List<Rule> rules() {
        Stream<Rule> asked = criteria.stream().flatMap(criterion -> criterion.asked().stream());
        Stream<Rule> derived = criteria.stream().flatMap(criterion -> criterion.derived().stream());
        return Stream.concat(asked, derived).toList();
    }

    /** The same table without one of its rules. */
    public DecisionTable without(Rule rule) {
        List<Criterion> rest =
                criteria.stream().map(criterion -> criterion.without(rule)).toList();
        return new DecisionTable(
                alternatives, weights, percentages, inputs, rest, cautions, gaps, fallback, development, location);
    }
}
