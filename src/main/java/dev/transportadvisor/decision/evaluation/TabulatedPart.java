package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.InputClause;
import java.util.List;

/**
 * A part that works out each combination of answers once and looks it up from then on: a search through millions of
 * answers meets the same few again and again.
 */
final class TabulatedPart implements Part {

    /** Bounds the memory for a part that depends on many questions. */
    private static final int MOST_COMBINATIONS = 10_000;

    private final Part part;
    private final int size;
    private final int[] inputs;

    /** How far apart in the table two neighbouring answers to each question are. */
    private final int[] strides;

    /** Empty where nobody has asked yet. Two threads that work out the same write the same. */
    private final PartialScore[] scores;

    private TabulatedPart(Part part, int size, int[] inputs, int[] strides, int combinations) {
        this.part = part;
        this.size = size;
        this.inputs = inputs;
        this.strides = strides;
        this.scores = new PartialScore[combinations];
    }

    /**
     * The part itself if it has too many combinations.
     *
     * @param size how many alternatives there are
     */
    static Part of(Part part, AnswerClasses classes, int size) {
        int[] inputs = part.inputs().stream().mapToInt(InputClause::index).toArray();
        int[] strides = new int[inputs.length];
        int combinations = 1;
        for (int i = 0; i < inputs.length; i++) {
            strides[i] = combinations;
            combinations *= classes.count(part.inputs().get(i)) + 1;
            if (combinations > MOST_COMBINATIONS) {
                return part;
            }
        }
        return new TabulatedPart(part, size, inputs, strides, combinations);
    }

    @Override
    public List<InputClause> inputs() {
        return part.inputs();
    }

    @Override
    public int addTo(long[] points, int[] answers) {
        int place = 0;
        for (int i = 0; i < inputs.length; i++) {
            place += answers[inputs[i]] * strides[i];
        }
        PartialScore score = scores[place];
        if (score == null) {
            score = scores[place] = workedOut(answers);
        }
        long[] own = score.points();
        for (int i = 0; i < own.length; i++) {
            points[i] += own[i];
        }
        return score.marks();
    }

    private PartialScore workedOut(int[] answers) {
        long[] points = new long[size];
        int marks = part.addTo(points, answers);
        return new PartialScore(points, marks);
    }
}
