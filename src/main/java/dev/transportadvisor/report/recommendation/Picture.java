package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Limit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision as a picture: walls for what excludes, and a bar for each row that counts.
 *
 * @param walls in the order of the table, limits first
 * @param bars those with the longest lead first
 */
record Picture(List<Wall> walls, List<Bar> bars) {

    /** A quarter of a point is a mark. */
    private static final long MARK = 25;

    private static final long MOST_MARKS = 12;

    /** What is left of 80 columns behind the wall of the second alternative. */
    private static final int MOST_REASON = 18;

    /**
     * What excludes alternatives.
     *
     * @param label the facts, or the criterion
     * @param importance {@code limit} or {@code must}
     * @param reason what is so then
     */
    record Wall(String label, String importance, List<Alternative> out, String reason) {}

    /**
     * A row that counts.
     *
     * @param lead by how many points, in hundredths, the best is ahead of the worst
     */
    record Bar(String label, String importance, CriterionResult row, long lead) {

        /** How long the bar is drawn, in marks. */
        int marks() {
            return (int) Math.min(MOST_MARKS, (lead + MARK - 1) / MARK);
        }

        /** The points that every alternative wins, in hundredths. */
        long shared() {
            return row.least();
        }

        /** Whether it speaks for an alternative rather than for another. */
        boolean speaksFor(Alternative one, Alternative other) {
            return row.points(one) > row.points(other);
        }
    }

    static Picture of(Evaluation evaluation) {
        List<Wall> walls = new ArrayList<>();
        evaluation.limits().forEach(limit -> walls.add(wall(limit, evaluation)));
        evaluation.rows().stream()
                .filter(row -> !excluded(row, evaluation).isEmpty())
                .forEach(row -> walls.add(new Wall(
                        row.criterion().label(),
                        Wording.importance(row, evaluation),
                        excluded(row, evaluation),
                        reason(row, evaluation))));
        List<Bar> bars = evaluation.counting().stream()
                .filter(row -> excluded(row, evaluation).isEmpty())
                .map(row -> new Bar(row.criterion().label(), Wording.importance(row, evaluation), row, row.lead()))
                // Sorting is stable: equals stay in the order of the table.
                .sorted(Comparator.comparingLong(Bar::lead).reversed())
                .toList();
        return new Picture(walls, bars);
    }

    private static Wall wall(Limit limit, Evaluation evaluation) {
        return new Wall(Causes.of(limit, evaluation), "limit", limit.excludes(), limit.label());
    }

    /** Why it is not met, where that is short; a reader finds the rest with --why. */
    private static String reason(CriterionResult row, Evaluation evaluation) {
        List<Alternative> out = excluded(row, evaluation);
        String because = row.suitability(out.get(0)).because();
        return out.size() == 1 && because.length() <= MOST_REASON ? because : "not met";
    }

    private static List<Alternative> excluded(CriterionResult row, Evaluation evaluation) {
        return evaluation.table().alternatives().stream().filter(row::excludes).toList();
    }

    /** Whether there is anything to see. */
    boolean isEmpty() {
        return walls.isEmpty() && bars.isEmpty();
    }

    /** The labels of all rows, in their order. */
    Stream<String> labels() {
        return Stream.concat(walls.stream().map(Wall::label), bars.stream().map(Bar::label));
    }
}
