package dev.transportadvisor.decision.evaluation;

import java.util.Arrays;

/**
 * What some parts add up to.
 *
 * @param points of each alternative, in hundredths: a weight in points times a share in per cent
 * @param marks what they bring about besides, see {@link Marks}
 */
public record PartialScore(long[] points, int marks) {

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialScore score && marks == score.marks && Arrays.equals(points, score.points);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(points) + marks;
    }
}
