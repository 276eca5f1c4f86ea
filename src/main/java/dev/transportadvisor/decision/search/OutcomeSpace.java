package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Part;
import dev.transportadvisor.decision.evaluation.PartialScore;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.source.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can come of answers, for every way of answering what is open.
 *
 * <p>The answer space has billions of points, but a table is a sum of independent parts. Only parts that share a
 * question hang together, so each such {@link Cluster} is tried out in full, and the sums of the clusters are
 * combined. The result is exact.
 */
public final class OutcomeSpace {

    /** Bounds the work on a table that ties too many questions together; ours needs some thousands. */
    private static final long MOST_COMBINATIONS = 200_000;

    private final Evaluator evaluator;
    private final AnswerClasses classes;
    private final List<Cluster> clusters;
    private final Lattice lattice;

    /** @throws InputException if the rules tie more questions together than can be tried out in full */
    public OutcomeSpace(DecisionTable table) {
        this(new Evaluator(table));
    }

    /** @throws InputException if the rules tie more questions together than can be tried out in full */
    public OutcomeSpace(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.classes = evaluator.classes();
        this.clusters = Cluster.of(evaluator.parts());
        clusters.forEach(this::refuseTooLarge);
        this.lattice = new Lattice(evaluator, scores(ways(nothing())));
    }

    private void refuseTooLarge(Cluster cluster) {
        long combinations = 1;
        for (InputClause input : cluster.inputs()) {
            combinations *= classes.count(input) + 1;
            if (combinations > MOST_COMBINATIONS) {
                throw new InputException(
                        evaluator.table().location(),
                        "The rules tie the questions " + cluster.inputs() + " together in more than "
                                + MOST_COMBINATIONS
                                + " ways, more than can be tried out. Use fewer conditions.");
            }
        }
    }

    private int[] nothing() {
        return classes.numbers(Answers.none(evaluator.table()));
    }

    private List<Ways> ways(int[] given) {
        return clusters.stream()
                .map(cluster -> new Ways(evaluator, cluster, given))
                .toList();
    }

    private static List<Collection<PartialScore>> scores(List<Ways> ways) {
        return new ArrayList<>(ways.stream().map(Ways::scores).toList());
    }

    /** What can still come of some answers. */
    public Prospects after(Answers given) {
        return new Prospects(lattice, ways(classes.numbers(given)));
    }

    /**
     * Whether the answer to a question changes what is recommended, or by what it is decided, for any
     * answers at all.
     */
    public boolean matters(InputClause question) {
        return after(Answers.none(evaluator.table())).canChangeBasis(question);
    }

    /** Whether a rule changes what is recommended, or by what it is decided, for any answers at all. */
    public boolean isDecisive(Rule rule) {
        Optional<InputClause> input = rule instanceof Rule.Asked asked
                ? Optional.of(asked.input())
                : ((Rule.Derived) rule).when().conditions().findFirst().map(condition -> condition.input());
        return input.isPresent() && differs(input.get(), evaluator.without(rule));
    }

    /** Whether a limit changes what is recommended, or by what it is decided, for any answers at all. */
    public boolean isDecisive(Limit limit) {
        Optional<InputClause> input =
                limit.conditions().findFirst().map(condition -> condition.input());
        return input.isPresent() && differs(input.get(), evaluator.without(limit));
    }

    /** @param other differs from this table only in what depends on a question and those that hang together with it */
    private boolean differs(InputClause question, Evaluator other) {
        int index = IntStream.range(0, clusters.size())
                .filter(i -> clusters.get(i).inputs().contains(question))
                .findFirst()
                .orElseThrow();
        Cluster cluster = clusters.get(index);
        List<Part> parts = other.parts().stream()
                .filter(part -> !part.inputs().isEmpty() && cluster.inputs().containsAll(part.inputs()))
                .toList();
        List<Ways> ways = ways(nothing());
        Ways changed = new Ways(other, new Cluster(cluster.inputs(), parts), nothing());
        List<Collection<PartialScore>> scores = scores(ways);
        scores.set(
                index,
                Stream.concat(ways.get(index).scores().stream(), changed.scores().stream())
                        .toList());
        Lattice wide = new Lattice(evaluator, scores);
        return new Prospects(wide, ways).differs(index, ways.get(index).beside(changed), wide::leading);
    }
}
