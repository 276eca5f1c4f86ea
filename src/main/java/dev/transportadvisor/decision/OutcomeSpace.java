package dev.transportadvisor.decision;

import dev.transportadvisor.source.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
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

        boolean shares(Set<InputClause> others) {
            return inputs.stream().anyMatch(others::contains);
        }
    }

    private record Pair(Tally one, Tally other) {}

    /** Bounds the work on a table that ties too many questions together; ours needs 80. */
    private static final long MOST_COMBINATIONS = 200_000;

    private final DecisionTable table;
    private final Evaluator evaluator;
    private final List<List<Region>> regions;
    private final List<Cluster> clusters;

    /** @throws InputException if the rules tie more questions together than can be tried out in full */
    public OutcomeSpace(DecisionTable table) {
        this.table = table;
        this.evaluator = new Evaluator(table);
        this.regions = Region.of(table);
        this.clusters = clusters(table);
        clusters.forEach(this::refuseTooLarge);
    }

    private void refuseTooLarge(Cluster cluster) {
        long combinations = 1;
        for (InputClause input : cluster.inputs()) {
            combinations *= regions.get(input.index()).size() + 1;
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
        return combined(given, Optional.empty()).stream()
                .map(tally -> evaluator.outcome(tally).recommended())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Whether the answer to an open question can make a difference to what is recommended: there is
     * a way of answering the other open questions for which it does.
     */
    public boolean canChange(InputClause open, Answers given) {
        return differs(open, given, (one, other) -> !one.recommended().equals(other.recommended()));
    }

    /** Whether the answer to a question changes what is recommended, or by what it is decided, for any answers at all. */
    public boolean matters(InputClause question) {
        return differs(question, Answers.none(table), (one, other) -> !one.equals(other));
    }

    private boolean differs(InputClause open, Answers given, BiPredicate<Outcome, Outcome> different) {
        return clusters.stream()
                .filter(cluster -> cluster.inputs().contains(open))
                .anyMatch(cluster -> differs(given, cluster, pairsByAnswer(cluster, open, given), different));
    }

    /** Whether a rule changes what is recommended, or by what it is decided, for any answers at all. */
    public boolean isDecisive(Rule rule) {
        Answers nothing = Answers.none(table);
        return clusters.stream()
                .filter(cluster -> cluster.criteria().stream()
                        .anyMatch(criterion -> criterion.id().equals(rule.criterion())))
                .anyMatch(cluster ->
                        differs(nothing, cluster, pairsByRule(cluster, rule), (one, other) -> !one.equals(other)));
    }

    private boolean differs(Answers given, Cluster cluster, Set<Pair> pairs, BiPredicate<Outcome, Outcome> different) {
        Set<Tally> rest = combined(given, Optional.of(cluster));
        return pairs.stream().anyMatch(pair -> rest.stream()
                .anyMatch(tally -> different.test(
                        evaluator.outcome(pair.one.plus(tally)), evaluator.outcome(pair.other.plus(tally)))));
    }

    private Set<Pair> pairsByAnswer(Cluster cluster, InputClause open, Answers given) {
        List<InputClause> others =
                cluster.inputs().stream().filter(input -> input != open).toList();
        Set<Pair> pairs = new HashSet<>();
        for (Answers base : completions(others, given)) {
            Tally unknown = tally(cluster, base);
            for (Answers answered : completions(List.of(open), base)) {
                pairs.add(new Pair(unknown, tally(cluster, answered)));
            }
        }
        return pairs;
    }

    private Set<Pair> pairsByRule(Cluster cluster, Rule rule) {
        List<Criterion> without = cluster.criteria().stream()
                .map(criterion -> criterion.without(rule))
                .toList();
        return completions(cluster.inputs(), Answers.none(table)).stream()
                .map(answers -> new Pair(tally(cluster, answers), evaluator.tally(without, answers)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<Tally> combined(Answers given, Optional<Cluster> leftOut) {
        Set<Tally> sums = Set.of(evaluator.tally(List.of(), given));
        for (Cluster cluster : clusters) {
            if (leftOut.filter(cluster::equals).isEmpty()) {
                sums = sums(sums, tallies(cluster, given));
            }
        }
        return sums;
    }

    private Set<Tally> sums(Set<Tally> some, Set<Tally> others) {
        Set<Tally> sums = new LinkedHashSet<>();
        for (Tally one : some) {
            others.forEach(other -> sums.add(one.plus(other).normalised()));
            refuseMoreThanCanBeTried(sums.size(), "The weights add up");
        }
        return sums;
    }

    private Set<Tally> tallies(Cluster cluster, Answers given) {
        return completions(cluster.inputs(), given).stream()
                .map(answers -> tally(cluster, answers).normalised())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Tally tally(Cluster cluster, Answers answers) {
        return evaluator.tally(cluster.criteria(), answers);
    }

    /** The given answers, with each of the questions that is open left open or answered in every way. */
    private List<Answers> completions(List<InputClause> inputs, Answers given) {
        List<Answers> completions = List.of(given);
        for (InputClause input : inputs) {
            if (given.value(input).isEmpty()) {
                completions = completions.stream()
                        .flatMap(answers -> answered(input, answers).stream())
                        .toList();
            }
        }
        return completions;
    }

    /** The given answers, with one more question left open, then answered in each way that a rule can tell apart. */
    public List<Answers> answered(InputClause input, Answers answers) {
        List<Answers> ways = new ArrayList<>(List.of(answers));
        regions.get(input.index()).forEach(region -> ways.add(answers.with(input, Optional.of(region.sample()))));
        return ways;
    }

    private static List<Cluster> clusters(DecisionTable table) {
        List<Cluster> clusters = new ArrayList<>();
        for (Criterion criterion : table.criteria()) {
            Set<InputClause> inputs = new LinkedHashSet<>(criterion.inputs());
            List<Criterion> criteria = new ArrayList<>();
            criteria.add(criterion);
            for (Cluster touching :
                    clusters.stream().filter(cluster -> cluster.shares(inputs)).toList()) {
                inputs.addAll(touching.inputs());
                criteria.addAll(touching.criteria());
                clusters.remove(touching);
            }
            clusters.add(new Cluster(List.copyOf(inputs), criteria));
        }
        return clusters;
    }
}
