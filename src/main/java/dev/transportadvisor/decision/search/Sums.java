package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Outcome;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** A set of sums, as {@link Lattice} places them: for each combination of marks a bit for each place. */
record Sums(Map<Integer, BigInteger> byMarks) {

    /** The sum of nothing. */
    static final Sums ZERO = new Sums(Map.of(0, BigInteger.ONE));

    /** What a cluster adds: how far it shifts a sum, and its marks. */
    record Step(int shift, int marks) {}

    /** What a cluster adds for two ways of answering its questions. */
    record Pair(Step one, Step other) {}

    /** Every sum with every step. */
    Sums plus(Set<Step> steps) {
        Map<Integer, BigInteger> sums = new HashMap<>();
        byMarks.forEach((marks, places) -> steps.forEach(
                step -> sums.merge(marks | step.marks, places.shiftLeft(step.shift), BigInteger::or)));
        return new Sums(sums);
    }

    /** The outcomes that some sum leads to. */
    Set<Outcome> outcomes(Lattice lattice) {
        Set<Outcome> found = new LinkedHashSet<>();
        byMarks.forEach((marks, places) -> lattice.recommending(marks).forEach((outcome, leading) -> {
            if (places.and(leading).signum() != 0) {
                found.add(outcome);
            }
        }));
        return found;
    }

    /**
     * Whether to add one or the other of a pair makes a difference to some sum.
     *
     * @param leading for marks, where the sums lie that lead to what is to be told apart
     */
    boolean differs(Pair pair, IntFunction<Map<Outcome, BigInteger>> leading) {
        return byMarks.entrySet().stream().anyMatch(entry -> {
            Map<Outcome, BigInteger> one = leading.apply(entry.getKey() | pair.one.marks);
            Map<Outcome, BigInteger> other = leading.apply(entry.getKey() | pair.other.marks);
            return one.keySet().stream().anyMatch(outcome -> !entry.getValue()
                    .and(one.get(outcome).shiftRight(pair.one.shift))
                    .equals(entry.getValue().and(other.get(outcome).shiftRight(pair.other.shift))));
        });
    }
}
