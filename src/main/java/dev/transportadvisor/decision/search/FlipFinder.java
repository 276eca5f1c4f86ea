package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.AnswerClass;
import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
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

/**
 * Finds what would flip an outcome: the smallest sets of changed answers that lead to another
 * alternative. Every set of one answer is tried, then of two, then of three, until a size gives
 * flips. {@code unknown} is no answer that one changes to.
 */
final class FlipFinder {

    /** More answers than this changed at once is another project, not a flip. */
    private static final int MOST_CHANGES = 3;

    /** A changed answer with its number, and how far it is from the present one on the scale of its question. */
    private record Step(Flip.Change change, int number, int distance) {}

    private record Candidate(Flip flip, int distance) {}

    private final Evaluator evaluator;
    private final Answers answers;
    private final int[] numbers;
    private final Outcome present;
    private final List<List<Step>> stepsByInput;

    FlipFinder(Evaluator evaluator, Answers answers) {
        this.evaluator = evaluator;
        this.answers = answers;
        this.numbers = evaluator.numbers(answers);
        this.present = evaluator.outcome(numbers);
        this.stepsByInput =
                evaluator.table().inputs().stream().map(this::steps).toList();
    }

    /** All flips of the smallest size; for each set of questions and alternative the nearest change only. */
    List<Flip> find() {
        for (int size = 1; size <= MOST_CHANGES; size++) {
            List<Candidate> found = new ArrayList<>();
            search(size, 0, new ArrayDeque<>(), numbers.clone(), found);
            if (!found.isEmpty()) {
                return nearest(found);
            }
        }
        return List.of();
    }

    /** @param changed the answers after the steps that are taken; as before when this returns */
    private void search(int missing, int firstInput, Deque<Step> taken, int[] changed, List<Candidate> found) {
        if (missing == 0) {
            Outcome outcome = evaluator.outcome(changed);
            outcome.recommended()
                    .filter(any -> outcome.recommendsOtherThan(present))
                    .ifPresent(other -> found.add(candidate(other, List.copyOf(taken))));
            return;
        }
        for (int input = firstInput; input <= stepsByInput.size() - missing; input++) {
            for (Step step : stepsByInput.get(input)) {
                taken.addLast(step);
                changed[input] = step.number;
                search(missing - 1, input + 1, taken, changed, found);
                taken.removeLast();
            }
            changed[input] = numbers[input];
        }
    }

    private static Candidate candidate(Alternative alternative, List<Step> steps) {
        Flip flip = new Flip(alternative, steps.stream().map(Step::change).toList());
        return new Candidate(flip, steps.stream().mapToInt(Step::distance).sum());
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
        List<AnswerClass> regions = evaluator.regions().of(input);
        Optional<Value> from = answers.value(input);
        int present = present(input);
        List<Step> steps = new ArrayList<>();
        for (int number = 1; number <= regions.size(); number++) {
            if (number != numbers[input.index()]) {
                int distance = present == AnswerClasses.UNKNOWN ? 1 : Math.max(1, Math.abs(present - number));
                Value to = regions.get(number - 1).nearest(from);
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
            Importance importance = evaluator.term(asking.get()).importance(numbers);
            Importance onScale = importance == Importance.UNKNOWN ? Importance.NO : importance;
            return evaluator.regions().number(input, new Value.Word(onScale.word()));
        }
        boolean isNumber = input.domain() instanceof Domain.Numbers;
        return isNumber ? numbers[input.index()] : AnswerClasses.UNKNOWN;
    }
}
