package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.evaluation.PartialScore;
import dev.transportadvisor.decision.table.InputClause;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can still come of some answers, for every way of answering what is open. */
public final class Prospects {

    private final Lattice lattice;
    private final List<Ways> ways;

    /** By cluster: what all the others can add up to. */
    private final Map<Integer, Sums> others = new HashMap<>();

    Prospects(Lattice lattice, List<Ways> ways) {
        this.lattice = lattice;
        this.ways = ways;
    }

    /** What some way of answering what is open leads to; of outcomes that differ only in what decides, one. */
    public Set<Outcome> reachable() {
        return others(0).plus(steps(0, ways.get(0).scores())).outcomes(lattice);
    }

    /** The same once an open question has been answered, with the answer's number in its classes. */
    public Set<Outcome> reachable(InputClause open, int answer) {
        int index = index(open);
        return others(index).plus(steps(index, ways.get(index).scores(open, answer))).outcomes(lattice);
    }

    /** Whether every way of answering what is open leads to the same. */
    public boolean isDecided() {
        return reachable().size() == 1;
    }

    /**
     * Whether the answer to an open question can make a difference to what is recommended: there is
     * a way of answering the other open questions for which it does.
     */
    public boolean canChange(InputClause open) {
        return differs(open, lattice::recommending);
    }

    /** The same, also for what it is decided by. */
    boolean canChangeBasis(InputClause open) {
        return differs(open, lattice::leading);
    }

    private boolean differs(InputClause open, IntFunction<Map<Outcome, BigInteger>> leading) {
        int index = index(open);
        return index >= 0 && differs(index, ways.get(index).beforeAndAfter(open), leading);
    }

    /** Whether one or the other score of a cluster makes a difference. */
    boolean differs(int index, List<Ways.Scores> scores, IntFunction<Map<Outcome, BigInteger>> leading) {
        Set<Sums.Pair> pairs = new HashSet<>();
        for (Ways.Scores each : scores) {
            pairs.add(new Sums.Pair(step(index, each.one()), step(index, each.other())));
        }
        Sums rest = others(index);
        return pairs.stream()
                .filter(pair -> !pair.one().equals(pair.other()))
                .anyMatch(pair -> rest.differs(pair, leading));
    }

    private int index(InputClause input) {
        return IntStream.range(0, ways.size())
                .filter(i -> ways.get(i).areAbout(input))
                .findFirst()
                .orElse(-1);
    }

    private Sums others(int cluster) {
        Sums known = others.get(cluster);
        if (known == null) {
            known = Sums.ZERO;
            for (int i = 0; i < ways.size(); i++) {
                known = i == cluster ? known : known.plus(steps(i, ways.get(i).scores()));
            }
            others.put(cluster, known);
        }
        return known;
    }

    private Set<Sums.Step> steps(int cluster, Collection<PartialScore> scores) {
        return scores.stream().map(score -> step(cluster, score)).collect(Collectors.toSet());
    }

    private Sums.Step step(int cluster, PartialScore score) {
        return new Sums.Step(lattice.shift(cluster, score), score.marks());
    }
}
