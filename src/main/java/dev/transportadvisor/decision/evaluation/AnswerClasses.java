package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Implication;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of every question of a table, and answers as an array of ints: for each question, in the order of the
 * table, the number of the class that the answer lies in, counted from 1; {@link #UNKNOWN} where it is not known.
 */
public final class AnswerClasses {

    public static final int UNKNOWN = 0;

    /** An answer that follows from others. */
    private record Follows(int input, CompiledGuard when, int number) {}

    private final List<Implication> implications;
    private final List<List<AnswerClass>> byInput;
    private final Follows[] follows;

    AnswerClasses(DecisionTable table) {
        this.implications = table.implications();
        this.byInput = AnswerClass.of(table);
        this.follows = implications.stream()
                .map(row -> new Follows(
                        row.input().index(),
                        new CompiledGuard(row.when(), this),
                        number(row.input(), row.answer())))
                .toArray(Follows[]::new);
    }

    /** None for a question that no rule asks. */
    public List<AnswerClass> of(InputClause input) {
        return byInput.get(input.index());
    }

    /** How many classes a question has, and so the highest number of an answer to it. */
    public int count(InputClause input) {
        return of(input).size();
    }

    public int[] numbers(Answers answers) {
        int[] numbers = new int[byInput.size()];
        for (int input = 0; input < numbers.length; input++) {
            Value value = answers.at(input);
            numbers[input] = value == null ? UNKNOWN : number(byInput.get(input), value);
        }
        return numbers;
    }

    /** The same answers with those that follow from them, where nobody has said otherwise. */
    public int[] completed(int[] answers) {
        int[] completed = answers;
        for (Follows row : follows) {
            if (completed[row.input] == UNKNOWN && row.when.holds(answers)) {
                completed = completed == answers ? answers.clone() : completed;
                completed[row.input] = row.number;
            }
        }
        return completed;
    }

    /** Whether no question has been answered whose answer follows from others; what was given may. */
    public boolean fitTogether(int[] answers, int[] given) {
        for (Follows row : follows) {
            boolean isAnswered = answers[row.input] != UNKNOWN && given[row.input] == UNKNOWN;
            if (isAnswered && row.when.holds(answers)) {
                return false;
            }
        }
        return true;
    }

    /** The number of the class that holds an answer; one that no rule asks for might as well be unknown. */
    public int number(InputClause input, Value value) {
        return number(of(input), value);
    }

    private static int number(List<AnswerClass> classes, Value value) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).contains(value)) {
                return i + 1;
            }
        }
        return UNKNOWN;
    }

    /** The questions that some tests are about, and those that their answers may follow from. */
    List<InputClause> inputs(Stream<Condition> conditions) {
        return conditions
                .map(Condition::input)
                .distinct()
                .flatMap(input -> Stream.concat(Stream.of(input), origins(input)))
                .distinct()
                .toList();
    }

    /** The same, and one more that is asked itself. */
    List<InputClause> inputs(Stream<Condition> conditions, Optional<InputClause> asked) {
        return Stream.concat(asked.stream(), inputs(conditions).stream()).distinct().toList();
    }

    private Stream<InputClause> origins(InputClause input) {
        return implications.stream()
                .filter(row -> row.input() == input)
                .flatMap(row -> row.when().conditions())
                .map(Condition::input);
    }
}
