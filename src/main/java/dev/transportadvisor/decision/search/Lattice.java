package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.evaluation.PartialScore;
import dev.transportadvisor.source.InputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A place for every sum that parts can add up to. Outcomes depend on nothing but how far the other alternatives are
 * ahead of the first, and on marks. So a sum is a point with a coordinate for each other alternative, the points
 * are numbered through, and a set of sums is a number with a bit for each: to add something to all of them is to shift
 * it.
 */
final class Lattice {

    /** Bounds the size of a set. */
    private static final long MOST_PLACES = 1 << 22;

    private final Evaluator evaluator;

    /** The greatest common divisor of all coordinates. */
    private final long unit;

    /** For each part the smallest of each coordinate, so that places count from 0. */
    private final List<long[]> lows = new ArrayList<>();

    /** The smallest of each coordinate that there can be. */
    private final long[] lowest;

    /** How many places each coordinate has. */
    private final int[] sizes;

    private final Map<Integer, Map<Outcome, BigInteger>> leading = new ConcurrentHashMap<>();
    private final Map<Integer, Map<Outcome, BigInteger>> recommending = new ConcurrentHashMap<>();

    /** @param scores what each part can add */
    Lattice(Evaluator evaluator, List<? extends Collection<PartialScore>> scores) {
        this.evaluator = evaluator;
        int dimensions = evaluator.table().alternatives().size() - 1;
        long[] spans = new long[dimensions];
        this.lowest = new long[dimensions];
        long divisor = 0;
        for (Collection<PartialScore> part : scores) {
            long[] low = new long[dimensions];
            for (int i = 0; i < dimensions; i++) {
                int other = i + 1;
                low[i] = part.stream().mapToLong(score -> ahead(score, other)).min().orElse(0);
                spans[i] += part.stream().mapToLong(score -> ahead(score, other)).max().orElse(0) - low[i];
                for (PartialScore score : part) {
                    divisor = greatestCommonDivisor(divisor, ahead(score, other) - low[i]);
                }
            }
            Arrays.setAll(lowest, i -> lowest[i] + low[i]);
            lows.add(low);
        }
        this.unit = Math.max(1, divisor);
        this.sizes = sizes(spans);
    }

    private static long ahead(PartialScore score, int alternative) {
        return score.points()[alternative] - score.points()[0];
    }

    private static long greatestCommonDivisor(long one, long other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }

    private int[] sizes(long[] spans) {
        int[] result = new int[spans.length];
        long places = 1;
        for (int i = 0; i < spans.length; i++) {
            long size = spans[i] / unit + 1;
            places *= size;
            if (places > MOST_PLACES) {
                throw new InputException(
                        evaluator.table().location(),
                        "The weights add up in more than " + MOST_PLACES
                                + " ways, more than can be tried out. Use fewer different weights, or fewer criteria.");
            }
            result[i] = (int) size;
        }
        return result;
    }

    /** What a score of a part does to a sum. */
    Sums.Step step(int part, PartialScore score) {
        long shift = 0;
        for (int i = sizes.length - 1; i >= 0; i--) {
            shift = shift * sizes[i] + (ahead(score, i + 1) - lows.get(part)[i]) / unit;
        }
        return new Sums.Step((int) shift, score.marks());
    }

    /** For each outcome, where the sums lie, marked like this, that lead to it. */
    Map<Outcome, BigInteger> leading(int marks) {
        return leading.computeIfAbsent(marks, this::places);
    }

    /** The same for what is recommended, whatever decides; each stands under the first outcome that is the same. */
    Map<Outcome, BigInteger> recommending(int marks) {
        return recommending.computeIfAbsent(marks, any -> {
            Map<Outcome, BigInteger> merged = new LinkedHashMap<>();
            leading(marks).forEach((outcome, places) -> merged.merge(
                    merged.keySet().stream()
                            .filter(known -> !known.differsFrom(outcome))
                            .findFirst()
                            .orElse(outcome),
                    places,
                    BigInteger::or));
            return merged;
        });
    }

    private Map<Outcome, BigInteger> places(int marks) {
        int count = Arrays.stream(sizes).reduce(1, (one, other) -> one * other);
        Map<Outcome, byte[]> bits = new LinkedHashMap<>();
        evaluator.outcomes().forEach(outcome -> bits.put(outcome, new byte[count / 8 + 1]));
        for (int place = 0; place < count; place++) {
            byte[] set = bits.get(evaluator.outcome(points(place), marks));
            // Of a big-endian number the last byte holds the lowest bits.
            set[set.length - 1 - place / 8] |= (byte) (1 << place % 8);
        }
        Map<Outcome, BigInteger> places = new LinkedHashMap<>();
        bits.forEach((outcome, set) -> places.put(outcome, new BigInteger(1, set)));
        return places;
    }

    /** Points whose differences are those of a place. */
    private long[] points(int place) {
        long[] points = new long[sizes.length + 1];
        int rest = place;
        for (int i = 0; i < sizes.length; i++) {
            points[i + 1] = lowest[i] + rest % sizes[i] * unit;
            rest /= sizes[i];
        }
        return points;
    }
}
