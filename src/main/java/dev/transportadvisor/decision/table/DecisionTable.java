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
 * sums, so that no number of points outvotes a hard constraint; and limits, which facts set, stay
 * apart from wishes, so that no wish overrules a fact.
 *
 * @param weights points for a criterion of each importance, in whole points
 * @param percentages share of these points that each fit wins, in whole per cent
 * @param askFirst the questions to begin an interview with, in this order
 * @param implications answers that follow from others
 * @param notNeeded when none of the alternatives is needed
 * @param capabilities what a bot has to be able to do beside taking payloads
 * @param fallback what to choose when the answers do not tell the alternatives apart
 */
public record DecisionTable(
        List<Alternative> alternatives,
        Map<Importance, Integer> weights,
        Map<Fit, Integer> percentages,
        List<InputClause> inputs,
        List<InputClause> askFirst,
        List<Implication> implications,
        Optional<NotNeeded> notNeeded,
        List<Limit> limits,
        List<Criterion> criteria,
        List<Contradiction> contradictions,
        List<Caution> cautions,
        List<Capability> capabilities,
        Preferences fallback,
        Development development,
        Location location) {

    public DecisionTable {
        alternatives = List.copyOf(alternatives);
        weights = Map.copyOf(weights);
        percentages = Map.copyOf(percentages);
        inputs = List.copyOf(inputs);
        askFirst = List.copyOf(askFirst);
        implications = List.copyOf(implications);
        limits = List.copyOf(limits);
        criteria = List.copyOf(criteria);
        contradictions = List.copyOf(contradictions);
        cautions = List.copyOf(cautions);
        capabilities = List.copyOf(capabilities);
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

    /** The answers with those that follow from them, where nobody has said otherwise. */
    public Answers completed(Answers answers) {
        Answers completed = answers;
        for (Implication implication : implications) {
            if (completed.value(implication.input()).isEmpty() && implication.when().holds(answers)) {
                completed = completed.with(implication.input(), Optional.of(implication.answer()));
            }
        }
        return completed;
    }

    /** What the answer to an open question follows from; empty if it is answered, or open. */
    public Optional<Implication> implication(InputClause input, Answers answers) {
        return implications.stream()
                .filter(implication -> implication.input() == input
                        && answers.value(input).isEmpty()
                        && implication.when().holds(answers))
                .findFirst();
    }

    /** The rows that deny a criterion its weight. */
    public List<Contradiction> denials(Criterion criterion) {
        return contradictions.stream()
                .filter(row -> row.denies().isPresent()
                        && row.denies().equals(criterion.asked().map(Rule.Asked::input)))
                .toList();
    }

    /** Every test whose result can change an outcome. */
    public Stream<Condition> decisiveConditions() {
        return Stream.of(
                        implications.stream().flatMap(row -> row.when().conditions()),
                        notNeeded.stream().flatMap(row -> row.when().conditions()),
                        limits.stream().flatMap(Limit::conditions),
                        criteria.stream().flatMap(Criterion::conditions),
                        contradictions.stream()
                                .filter(row -> row.denies().isPresent())
                                .flatMap(row -> row.when().conditions()),
                        fallback.conditions())
                .flatMap(conditions -> conditions);
    }

    /** Every test whose result only adds to what is said. */
    public Stream<Condition> remarkConditions() {
        return Stream.of(
                        contradictions.stream().flatMap(row -> row.when().conditions()),
                        cautions.stream().flatMap(row -> row.when().conditions()),
                        capabilities.stream().flatMap(Capability::conditions))
                .flatMap(conditions -> conditions);
    }

    /** All rules: those that take an answer first, then those that derive, in the order of the table. */
    public List<Rule> rules() {
        Stream<Rule> asked = criteria.stream().flatMap(criterion -> criterion.asked().stream());
        Stream<Rule> derived = criteria.stream().flatMap(criterion -> criterion.derived().stream());
        return Stream.concat(asked, derived).toList();
    }

    /** The same table without one of its rules. */
    public DecisionTable without(Rule rule) {
        return with(
                limits,
                criteria.stream().map(criterion -> criterion.without(rule)).toList());
    }

    /** The same table without one of its limits. */
    public DecisionTable without(Limit limit) {
        return with(limits.stream().filter(row -> row != limit).toList(), criteria);
    }

    private DecisionTable with(List<Limit> someLimits, List<Criterion> someCriteria) {
        return new DecisionTable(
                alternatives,
                weights,
                percentages,
                inputs,
                askFirst,
                implications,
                notNeeded,
                someLimits,
                someCriteria,
                contradictions,
                cautions,
                capabilities,
                fallback,
                development,
                location);
    }
}
