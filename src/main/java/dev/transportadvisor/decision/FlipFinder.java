package dev.transportadvisor.decision;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** A changed answer, and how far it is from the present one on the scale of its question. */
    private record Step(Flip.Change change, int distance) {}

    private record Candidate(Flip flip, int distance) {}

    private final Evaluator evaluator;
    private final Answers answers;
    private final Outcome present;
    private final List<List<Step>> stepsByInput;

    FlipFinder(DecisionTable table, Answers answers) {
        this.evaluator = new Evaluator(table);
        this.answers = answers;
        this.present = evaluator.outcome(answers);
        List<List<Region>> regions = Region.of(table);
        this.stepsByInput = table.inputs().stream()
                .map(input -> steps(table, input, regions.get(input.index())))
                .toList();
    }

    /** All flips of the smallest size; for each set of questions and alternative the nearest change only. */
    List<Flip> find() {
        for (int size = 1; size <= MOST_CHANGES; size++) {
            List<Candidate> found = new ArrayList<>();
            search(size, 0, List.of(), answers, found);
            if (!found.isEmpty()) {
                return nearest(found);
            }
        }
        return List.of();
    }

    private void search(int missing, int firstInput, List<Step> taken, Answers changed, List<Candidate> found) {
        if (missing == 0) {
            evaluator
                    .outcome(changed)
                    .recommended()
                    .filter(other -> !present.recommended().equals(Optional.of(other)))
                    .ifPresent(other -> found.add(candidate(other, taken)));
            return;
        }
        for (int input = firstInput; input <= stepsByInput.size() - missing; input++) {
            for (Step step : stepsByInput.get(input)) {
                List<Step> more = new ArrayList<>(taken);
                more.add(step);
                search(
                        missing - 1,
                        input + 1,
                        more,
                        changed.with(step.change.input(), Optional.of(step.change.to())),
                        found);
            }
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
                .sorted(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::flip)
                .toList();
    }

    private List<Step> steps(DecisionTable table, InputClause input, List<Region> regions) {
        Optional<Value> from = answers.value(input);
        Optional<Region> present = present(table, input, regions);
        List<Step> steps = new ArrayList<>();
        for (Region region : regions) {
            if (from.filter(region::contains).isEmpty()) {
                int distance = present.map(now -> Math.max(1, Math.abs(regions.indexOf(now) - regions.indexOf(region))))
                        .orElse(1);
                steps.add(new Step(new Flip.Change(input, from, region.nearest(from)), distance));
            }
        }
        return steps;
    }

    /** Where the question stands on its scale; empty if it has none, as words of no order, or is open. */
    private Optional<Region> present(DecisionTable table, InputClause input, List<Region> regions) {
        Optional<Criterion> asking = table.criteria().stream()
                .filter(criterion ->
                        criterion.asked().filter(rule -> rule.input() == input).isPresent())
                .findFirst();
        if (asking.isPresent()) {
            Importance importance = evaluator.importance(asking.get(), answers);
            Importance onScale = importance == Importance.UNKNOWN ? Importance.NO : importance;
            return regions.stream()
                    .filter(region -> region.sample().text().equals(onScale.word()))
                    .findFirst();
        }
        return answers.value(input).filter(Value.Quantity.class::isInstance).flatMap(value -> regions.stream()
                .filter(region -> region.contains(value))
                .findFirst());
    }
}
