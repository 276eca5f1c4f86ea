package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.table.InputClause;
import java.util.List;

/** Every way of answering some questions, numbered through: the answer to each is a digit, 0 where it stays open. */
final class Completions {

    private final List<InputClause> inputs;
    private final int[] strides;
    private final int[] digits;
    private final int count;

    Completions(List<InputClause> inputs, AnswerClasses classes) {
        this.inputs = inputs;
        this.strides = new int[inputs.size()];
        this.digits = new int[inputs.size()];
        int product = 1;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = product;
            digits[i] = classes.count(inputs.get(i)) + 1;
            product *= digits[i];
        }
        this.count = product;
    }

    int count() {
        return count;
    }

    /** Whether one of the questions is this one. */
    boolean answer(InputClause input) {
        return inputs.contains(input);
    }

    /** Writes the answers of a way to their places. */
    void writeTo(int[] answers, int way) {
        for (int i = 0; i < strides.length; i++) {
            answers[inputs.get(i).index()] = way / strides[i] % digits[i];
        }
    }

    /** Which answer a way gives to one of the questions. */
    int digit(int way, InputClause input) {
        int place = inputs.indexOf(input);
        return way / strides[place] % digits[place];
    }

    /** The same way but for one question, which stays open. */
    int without(int way, InputClause input) {
        return way - digit(way, input) * strides[inputs.indexOf(input)];
    }
}
