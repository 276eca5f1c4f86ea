package dev.transportadvisor.decision.evaluation;

import java.util.Arrays;

/**
 * What criteria add up to: the points of each alternative, and which alternatives are excluded.
 * Tallies can be added, since each criterion counts by itself.
 */
public final class PartialScore {

    /** Points in hundredths: a weight in points times a share in per cent. */
    private final long[] points;

    /** One bit per alternative, by its index. */
    private final int excluded;

    private PartialScore(long[] points, int excluded) {
        this.points = points;
        this.excluded = excluded;
    }

    static PartialScore of(long[] points, int excluded) {
        return new PartialScore(points, excluded);
    }

    public PartialScore plus(PartialScore other) {
        long[] sum = points.clone();
        return new PartialScore(sum, excluded | other.addTo(sum));
    }

    /** Adds the points to a running sum, and returns the excluded alternatives as bits. */
    int addTo(long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += points[i];
        }
        return excluded;
    }

    /**
     * The tally that stands for all with the same differences between the alternatives: outcomes
     * depend on nothing else, so fewer have to be told apart.
     */
    public PartialScore normalised() {
        long[] differences = points.clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= points[0];
        }
        return new PartialScore(differences, excluded);
    }

    long points(int alternative) {
        return points[alternative];
    }

    boolean excludes(int alternative) {
        return (excluded & 1 << alternative) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialScore tally && excluded == tally.excluded && Arrays.equals(points, tally.points);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(points) + excluded;
    }
}
