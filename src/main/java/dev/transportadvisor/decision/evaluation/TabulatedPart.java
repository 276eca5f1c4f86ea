package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.InputClause;
import java.util.List;

/**
 * A part with what it adds for each combination of answers worked out beforehand: a search through millions of answers
 * meets the same few again and again.
 */
final class TabulatedPart implements Part {

    /** Bounds the memory and the time for a part that depends on many questions. */
    private static final int MOST_COMBINATIONS = 2_000;

    private final Part part;
    private final int size;
    private final int[] inputs;

    /** How far apart two neighbouring answers to each question are. */
    private final int[] strides;

    /** By combination and alternative. */
    private final long[] points;

    /** By combination. */
    private final int[] marks;

    private TabulatedPart(Part part, int size, int[] inputs, int[] strides, int combinations) {
        this.part = part;
        this.size = size;
        this.inputs = inputs;
        this.strides = strides;
        this.points = new long[combinations * size];
        this.marks = new int[combinations];
    }

    /**
     * The part itself if it has too many combinations.
     *
     * @param size how many alternatives there are
     */
    static Part of(Part part, AnswerClasses classes, int size) {
        List<InputClause> questions = part.inputs();
        int[] strides = new int[questions.size()];
        int[] answers = new int[1 + questions.stream().mapToInt(InputClause::index).max().orElse(0)];
        int combinations = 1;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = combinations;
            combinations *= classes.count(questions.get(i)) + 1;
            if (combinations > MOST_COMBINATIONS) {
                return part;
            }
        }
        int[] inputs = questions.stream().mapToInt(InputClause::index).toArray();
        TabulatedPart tabulated = new TabulatedPart(part, size, inputs, strides, combinations);
        for (int place = 0; place < combinations; place++) {
            for (int i = 0; i < strides.length; i++) {
                answers[inputs[i]] = place / strides[i] % (classes.count(questions.get(i)) + 1);
            }
            tabulated.workOut(place, answers);
        }
        return tabulated;
    }

    private void workOut(int place, int[] answers) {
        long[] own = new long[size];
        marks[place] = part.addTo(own, answers);
        System.arraycopy(own, 0, points, place * size, size);
    }

    @Override
    public List<InputClause> inputs() {
        return part.inputs();
    }

    @Override
    public int addTo(long[] sum, int[] answers) {
        int place = 0;
        for (int i = 0; i < inputs.length; i++) {
            place += answers[inputs[i]] * strides[i];
        }
        for (int i = 0; i < size; i++) {
            sum[i] += points[place * size + i];
        }
        return marks[place];
    }
}
