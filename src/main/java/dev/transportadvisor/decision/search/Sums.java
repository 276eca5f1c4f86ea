package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Outcome;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** A set of sums, as {@link Lattice} places them: for each combination of marks a bit for each place. */
record Sums(Map<Integer, BigInteger> byMarks) {

    /** The sum of nothing. */
    static final Sums ZERO = new Sums(Map.of(0, BigInteger.ONE));

    /** What is added: how far it shifts a sum, and its marks. */
    record Step(int shift, int marks) {

        static final Step NONE = new Step(0, 0);

        Step plus(Step other) {
            return new Step(shift + other.shift, marks | other.marks);
        }
    }

    /** What is added in two cases that are to be compared. */
    record Pair(Step one, Step other) {

        static final Pair NONE = new Pair(Step.NONE, Step.NONE);

        /** Empty if one of the two cannot be. */
        static Optional<Pair> of(Step one, Step other) {
            return one == null || other == null ? Optional.empty() : Optional.of(new Pair(one, other));
        }

        /** Each of some pairs with each of others. */
        static Set<Pair> sums(Set<Pair> some, Set<Pair> others) {
            Set<Pair> sums = new HashSet<>();
            for (Pair pair : some) {
                for (Pair more : others) {
                    sums.add(new Pair(pair.one.plus(more.one), pair.other.plus(more.other)));
                }
            }
            return sums;
        }
    }

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
