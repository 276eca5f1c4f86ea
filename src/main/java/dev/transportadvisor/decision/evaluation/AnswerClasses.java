package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import java.util.List;

/**
 * The regions of every question of a table, and answers as an array of ints: for each question, in the order of the
 * table, the number of the region that the answer lies in, counted from 1; {@link #UNKNOWN} where it is not known.
 */
public final class AnswerClasses {

    public static final int UNKNOWN = 0;

    private final List<List<AnswerClass>> byInput;

    AnswerClasses(DecisionTable table) {
        this.byInput = AnswerClass.of(table);
    }

    /** None for a question that no rule asks. */
    public List<AnswerClass> of(InputClause input) {
        return byInput.get(input.index());
    }

    /** How many regions a question has, and so the highest number of an answer to it. */
    public int count(int input) {
        return byInput.get(input).size();
    }

    int[] numbers(Answers answers) {
        int[] numbers = new int[byInput.size()];
        for (int input = 0; input < numbers.length; input++) {
            Value value = answers.at(input);
            numbers[input] = value == null ? UNKNOWN : number(byInput.get(input), value);
        }
        return numbers;
    }

    /** The number of the region that holds an answer; one that no rule asks for might as well be unknown. */
    public int number(InputClause input, Value value) {
        return number(of(input), value);
    }

    private static int number(List<AnswerClass> regions, Value value) {
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).contains(value)) {
                return i + 1;
            }
        }
        return UNKNOWN;
    }
}
