package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.evaluation.PartialScore;
import dev.transportadvisor.decision.evaluation.Term;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.source.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What can still come of answers, for every way of answering what is open.
 *
 * <p>The answer space has billions of points, but the criteria are independent terms of a sum. Only
 * criteria that share a question hang together, so each such {@link Cluster} is tried out in full,
 * and the sums of the clusters are combined. The result is exact.
 */
public final class OutcomeSpace {

    /** Questions that hang together through the criteria that they feed. */
    private record Cluster(List<InputClause> inputs, List<Criterion> criteria) {

        boolean shares(List<InputClause> others) {
            return inputs.stream().anyMatch(others::contains);
        }
    }

    /** Bounds the work on a table that ties too many questions together; ours needs 80. */
    private static final long MOST_COMBINATIONS = 200_000;

    private final DecisionTable table;
    private final Evaluator evaluator;
    private final AnswerClasses regions;
    private final List<Cluster> clusters;

    /** @throws InputException if the rules tie more questions together than can be tried out in full */
    public OutcomeSpace(DecisionTable table) {
        this(new Evaluator(table));
    }

    public OutcomeSpace(Evaluator evaluator) {
        this.table = evaluator.table();
        this.evaluator = evaluator;
        this.regions = evaluator.regions();
        this.clusters = clusters(table);
        clusters.forEach(this::refuseTooLarge);
    }

    private void refuseTooLarge(Cluster cluster) {
        long combinations = 1;
        for (InputClause input : cluster.inputs()) {
            combinations *= regions.count(input.index()) + 1;
            refuseMoreThanCanBeTried(combinations, "The rules tie the questions " + cluster.inputs() + " together");
        }
    }

    private void refuseMoreThanCanBeTried(long combinations, String cause) {
        if (combinations > MOST_COMBINATIONS) {
            throw new InputException(
                    table.location(),
                    cause + " in more than " + MOST_COMBINATIONS
                            + " ways, more than can be tried out. Use fewer conditions, or fewer different weights.");
        }
    }

    /** The alternatives that some way of answering what is open recommends; empty stands for a conflict. */
    public Set<Optional<Alternative>> reachable(Answers given) {
        return combined(evaluator.numbers(given), Optional.empty()).stream()
                .map(tally -> evaluator.outcome(tally).recommended())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Whether the answer to an open question can make a difference to what is recommended: there is
     * a way of answering the other open questions for which it does.
     */
    public boolean canChange(InputClause open, Answers given) {
        return differs(open, given, Outcome::recommendsOtherThan);
    }

    /**
     * Whether the answer to a question changes what is recommended, or by what it is decided, for any
     * answers at all.
     */
    public boolean matters(InputClause question) {
        return differs(question, Answers.none(table), (one, other) -> one != other);
    }

    private boolean differs(InputClause open, Answers given, BiPredicate<Outcome, Outcome> different) {
        int[] numbers = evaluator.numbers(given);
        return clusters.stream()
                .filter(cluster -> cluster.inputs().contains(open))
                .anyMatch(cluster -> differs(numbers, cluster, pairsByAnswer(cluster, open, numbers), different));
    }

    /** Whether a rule changes what is recommended, or by what it is decided, for any answers at all. */
    public boolean isDecisive(Rule rule) {
        int[] nothing = evaluator.numbers(Answers.none(table));
        return clusters.stream()
                .filter(cluster -> cluster.criteria().stream()
                        .anyMatch(criterion -> criterion.id().equals(rule.criterion())))
                .anyMatch(cluster ->
                        differs(nothing, cluster, pairsByRule(cluster, rule), (one, other) -> one != other));
    }

    private boolean differs(
            int[] given,
            Cluster cluster,
            Map<PartialScore, Set<PartialScore>> pairs,
            BiPredicate<Outcome, Outcome> different) {
        Set<PartialScore> rest = combined(given, Optional.of(cluster));
        return pairs.entrySet().stream().anyMatch(pair -> rest.stream().anyMatch(tally -> {
            Outcome one = evaluator.outcome(pair.getKey().plus(tally));
            return pair.getValue().stream()
                    .anyMatch(other -> different.test(one, evaluator.outcome(other.plus(tally))));
        }));
    }

    /** What a cluster adds while a question is open, each with what it can add once the question is answered. */
    private Map<PartialScore, Set<PartialScore>> pairsByAnswer(Cluster cluster, InputClause open, int[] given) {
        Term[] terms = terms(cluster.criteria());
        Map<PartialScore, Set<PartialScore>> pairs = new HashMap<>();
        List<InputClause> others =
                cluster.inputs().stream().filter(input -> input != open).toList();
        complete(others, given.clone(), base -> {
            Set<PartialScore> answered = pairs.computeIfAbsent(evaluator.tally(terms, base), any -> new HashSet<>());
            complete(List.of(open), base, answers -> answered.add(evaluator.tally(terms, answers)));
        });
        return pairs;
    }

    /** What a cluster adds, each with what it adds without the rule. */
    private Map<PartialScore, Set<PartialScore>> pairsByRule(Cluster cluster, Rule rule) {
        Term[] with = terms(cluster.criteria());
        Term[] without = cluster.criteria().stream()
                .map(criterion -> new Term(table, criterion.without(rule), regions))
                .toArray(Term[]::new);
        Map<PartialScore, Set<PartialScore>> pairs = new HashMap<>();
        complete(cluster.inputs(), evaluator.numbers(Answers.none(table)), answers -> pairs.computeIfAbsent(
                        evaluator.tally(with, answers), any -> new HashSet<>())
                .add(evaluator.tally(without, answers)));
        return pairs;
    }

    private Set<PartialScore> combined(int[] given, Optional<Cluster> leftOut) {
        Set<PartialScore> sums = Set.of(evaluator.tally(new Term[0], given));
        for (Cluster cluster : clusters) {
            if (leftOut.filter(left -> left == cluster).isEmpty()) {
                sums = sums(sums, tallies(cluster, given));
            }
        }
        return sums;
    }

    private Set<PartialScore> sums(Set<PartialScore> some, Set<PartialScore> others) {
        Set<PartialScore> sums = new LinkedHashSet<>();
        for (PartialScore one : some) {
            others.forEach(other -> sums.add(one.plus(other).normalised()));
            refuseMoreThanCanBeTried(sums.size(), "The weights add up");
        }
        return sums;
    }

    private Set<PartialScore> tallies(Cluster cluster, int[] given) {
        Term[] terms = terms(cluster.criteria());
        Set<PartialScore> tallies = new LinkedHashSet<>();
        complete(
                cluster.inputs(),
                given.clone(),
                answers -> tallies.add(evaluator.tally(terms, answers).normalised()));
        return tallies;
    }

    private Term[] terms(List<Criterion> criteria) {
        return criteria.stream().map(evaluator::term).toArray(Term[]::new);
    }

    /** Leaves each question that is open as it is or answers it, in every way; the array is the same each time. */
    private void complete(List<InputClause> inputs, int[] answers, Consumer<int[]> use) {
        if (inputs.isEmpty()) {
            use.accept(answers);
            return;
        }
        int input = inputs.get(0).index();
        List<InputClause> rest = inputs.subList(1, inputs.size());
        int given = answers[input];
        for (int number = given; number <= (given == AnswerClasses.UNKNOWN ? regions.count(input) : given); number++) {
            answers[input] = number;
            complete(rest, answers, use);
        }
        answers[input] = given;
    }

    /** The given answers, with one more question answered in each way that a rule can tell apart. */
    public List<Answers> answered(InputClause input, Answers answers) {
        return regions.of(input).stream()
                .map(region -> answers.with(input, Optional.of(region.sample())))
                .toList();
    }

    private static List<Cluster> clusters(DecisionTable table) {
        List<Cluster> clusters = new ArrayList<>();
        for (Criterion criterion : table.criteria()) {
            List<InputClause> inputs = new ArrayList<>(criterion.inputs());
            List<Criterion> criteria = new ArrayList<>(List.of(criterion));
            for (Cluster touching :
                    clusters.stream().filter(cluster -> cluster.shares(criterion.inputs())).toList()) {
                touching.inputs().stream().filter(input -> !inputs.contains(input)).forEach(inputs::add);
                criteria.addAll(touching.criteria());
                clusters.removeIf(cluster -> cluster == touching);
            }
            clusters.add(new Cluster(List.copyOf(inputs), criteria));
        }
        return clusters;
    }
}
