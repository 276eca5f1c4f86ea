package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClass;
import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what would flip an outcome: the smallest sets of changed answers that lead elsewhere. Every set of one answer
 * is tried, then of two, then of three, until a size gives flips. {@code unknown} is no answer that one changes to.
 */
final class FlipFinder {

    /** More answers than this changed at once is another project, not a flip. */
    static final int MOST_CHANGES = 3;

    /** A changed answer with its number, and how far it is from the present one on the scale of its question. */
    private record Step(Flip.Change change, int number, int distance) {}

    private record Candidate(Flip flip, int distance) {}

    private final Evaluator evaluator;
    private final Answers answers;
    private final int[] numbers;
    private final Outcome present;

    FlipFinder(Evaluator evaluator, Answers answers) {
        this.evaluator = evaluator;
        this.answers = answers;
        this.numbers = evaluator.classes().numbers(answers);
        this.present = evaluator.outcome(numbers);
    }

    /**
     * The smallest changes of some answers after which another alternative is recommended; for each set of questions
     * and alternative the nearest change only.
     *
     * @param most as many answers are changed at once at most
     */
    List<Flip> recommending(List<InputClause> inputs, int most) {
        for (int size = 1; size <= most; size++) {
            List<Flip> found = flips(inputs, size, outcome -> outcome instanceof Outcome.Recommended);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Every answer that leads elsewhere on its own, if only into a conflict; for each outcome the nearest. */
    List<Flip> alone(List<InputClause> inputs) {
        return flips(inputs, 1, outcome -> !(outcome instanceof Outcome.NotNeeded));
    }

    private List<Flip> flips(List<InputClause> inputs, int size, Predicate<Outcome> filter) {
        List<List<Step>> steps = inputs.stream().map(this::steps).toList();
        List<Candidate> found = new ArrayList<>();
        search(steps, size, new ArrayDeque<>(), numbers.clone(), flip -> filter.test(flip.outcome()), found);
        return nearest(found);
    }

    /** @param changed the answers after the steps that are taken; as before when this returns */
    private void search(
            List<List<Step>> steps,
            int missing,
            Deque<Step> taken,
            int[] changed,
            Predicate<Flip> filter,
            List<Candidate> found) {
        if (missing == 0) {
            Outcome outcome = evaluator.outcome(changed);
            if (outcome.differsFrom(present)) {
                Optional.of(new Flip(outcome, taken.stream().map(Step::change).toList()))
                        .filter(filter)
                        .ifPresent(flip -> found.add(new Candidate(
                                flip, taken.stream().mapToInt(Step::distance).sum())));
            }
            return;
        }
        for (int i = 0; i <= steps.size() - missing; i++) {
            for (Step step : steps.get(i)) {
                int input = step.change.input().index();
                taken.addLast(step);
                changed[input] = step.number;
                search(steps.subList(i + 1, steps.size()), missing - 1, taken, changed, filter, found);
                taken.removeLast();
                changed[input] = numbers[input];
            }
        }
    }

    private static List<Flip> nearest(List<Candidate> found) {
        Map<Object, Candidate> nearest = new LinkedHashMap<>();
        for (Candidate candidate : found) {
            List<InputClause> inputs =
                    candidate.flip.changes().stream().map(Flip.Change::input).toList();
            nearest.merge(
                    List.of(candidate.flip.alternative(), inputs),
                    candidate,
                    (first, second) -> second.distance < first.distance ? second : first);
        }
        return nearest.values().stream()
                .sorted((one, other) -> Integer.compare(one.distance(), other.distance()))
                .map(Candidate::flip)
                .toList();
    }

    private List<Step> steps(InputClause input) {
        List<AnswerClass> classes = evaluator.classes().of(input);
        Optional<Value> from = answers.value(input);
        int present = present(input);
        List<Step> steps = new ArrayList<>();
        for (int number = 1; number <= classes.size(); number++) {
            if (number != numbers[input.index()]) {
                int distance = present == AnswerClasses.UNKNOWN ? 1 : Math.max(1, Math.abs(present - number));
                Value to = classes.get(number - 1).nearest(from);
                steps.add(new Step(new Flip.Change(input, from, to), number, distance));
            }
        }
        return steps;
    }

    /** Where the question stands on its scale; unknown if it has none, as words of no order, or is open. */
    private int present(InputClause input) {
        Optional<Criterion> asking = evaluator.table().criteria().stream()
                .filter(criterion ->
                        criterion.asked().filter(rule -> rule.input() == input).isPresent())
                .findFirst();
        if (asking.isPresent()) {
            Importance importance = evaluator.result(asking.get(), answers).importance();
            Importance onScale = importance == Importance.UNKNOWN ? Importance.NO : importance;
            return evaluator.classes().number(input, new Value.Word(onScale.word()));
        }
        boolean isNumber = input.domain() instanceof Domain.Numbers;
        return isNumber ? numbers[input.index()] : AnswerClasses.UNKNOWN;
    }
}
