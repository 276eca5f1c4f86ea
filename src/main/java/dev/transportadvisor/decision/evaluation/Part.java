package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.InputClause;
import java.util.List;

/** What a part of a table adds to the sum of all; it depends on a few questions only. */
public interface Part {

    /** Adds nothing. */
    Part NONE = new Part() {
        @Override
        public List<InputClause> inputs() {
            return List.of();
        }

        @Override
        public int addTo(long[] points, int[] answers) {
            return 0;
        }
    };

    /** The questions whose answers decide what it adds. */
    List<InputClause> inputs();

    /**
     * Adds its points to a running sum.
     *
     * @param points of each alternative, in hundredths
     * @param answers as {@link AnswerClasses#completed} gives them
     * @return what it brings about besides, in the bits that {@link Marks} names
     */
    int addTo(long[] points, int[] answers);
}
