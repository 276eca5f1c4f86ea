package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.InputClause;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What can still come of some answers, for every way of answering what is open. */
public final class Prospects {

    private final Lattice lattice;
    private final List<Ways> ways;

    /** By cluster: what it can add, and what all the others can add up to. */
    private final Map<Integer, Set<Sums.Step>> steps = new HashMap<>();

    private final Map<Integer, Sums> others = new HashMap<>();

    Prospects(Lattice lattice, List<Ways> ways) {
        this.lattice = lattice;
        this.ways = ways;
    }

    /** What some way of answering what is open leads to; of outcomes that differ only in what decides, one. */
    public Set<Outcome> reachable() {
        return others(0).plus(steps(0)).outcomes(lattice);
    }

    /** The same once an open question has been answered, with the answer's number in its classes. */
    public Set<Outcome> reachable(InputClause open, int answer) {
        int index = index(open);
        return others(index).plus(ways.get(index).steps(open, answer)).outcomes(lattice);
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

    /** Whether one or the other sum of a cluster makes a difference. */
    boolean differs(int index, Set<Sums.Pair> pairs, IntFunction<Map<Outcome, BigInteger>> leading) {
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

    private Set<Sums.Step> steps(int cluster) {
        return steps.computeIfAbsent(cluster, any -> ways.get(cluster).steps());
    }

    private Sums others(int cluster) {
        Sums known = others.get(cluster);
        if (known == null) {
            known = Sums.ZERO;
            for (int i = 0; i < ways.size(); i++) {
                known = i == cluster ? known : known.plus(steps(i));
            }
            others.put(cluster, known);
        }
        return known;
    }
}
