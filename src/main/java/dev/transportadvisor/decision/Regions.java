package dev.transportadvisor.decision;

import java.util.List;

/**
 * The regions of every question of a table, and answers as an array of ints: for each question, in the order of the
 * table, the number of the region that the answer lies in, counted from 1; {@link #UNKNOWN} where it is not known.
 */
final class Regions {

    static final int UNKNOWN = 0;

    private final List<List<Region>> byInput;

    Regions(DecisionTable table) {
        this.byInput = Region.of(table);
    }

    /** None for a question that no rule asks. */
    List<Region> of(InputClause input) {
        return byInput.get(input.index());
    }

    /** How many regions a question has, and so the highest number of an answer to it. */
    int count(int input) {
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
    int number(InputClause input, Value value) {
        return number(of(input), value);
    }

    private static int number(List<Region> regions, Value value) {
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).contains(value)) {
                return i + 1;
            }
        }
        return UNKNOWN;
    }
}
