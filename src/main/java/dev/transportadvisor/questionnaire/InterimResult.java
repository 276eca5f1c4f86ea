package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Prospects;
import dev.transportadvisor.decision.table.Alternative;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a verdict stands in the middle of an interview.
 *
 * @param others the outcomes that are possible beside the present one
 */
public record InterimResult(Evaluation evaluation, List<Outcome> others) {

    static InterimResult of(Evaluation evaluation, Prospects prospects) {
        return new InterimResult(
                evaluation,
                prospects.reachable().stream()
                        .filter(outcome -> outcome.differsFrom(evaluation.outcome()))
                        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                        .toList());
    }

    private static int rank(Outcome outcome) {
        return outcome.recommended()
                .map(Alternative::index)
                .orElse(outcome instanceof Outcome.Conflict ? Integer.MAX_VALUE - 1 : Integer.MAX_VALUE);
    }

    /** What the present outcome is, such as {@code use Socket Mode}. */
    public String outcome() {
        return evaluation
                .outcome()
                .recommended()
                .map(alternative -> "use " + alternative.name())
                .orElse(word(evaluation.outcome()));
    }

    /** One line, such as {@code So far: Socket Mode 4.5 points, Events API out; still possible: a conflict.} */
    public String sentence() {
        boolean isOpen = evaluation.counting().isEmpty() && evaluation.limits().isEmpty();
        String points = evaluation.table().alternatives().stream().map(this::points).collect(Collectors.joining(", "));
        return "So far: " + (isOpen ? "no preference" : points) + "; " + possibilities(isOpen) + ".";
    }

    private String points(Alternative alternative) {
        BigDecimal points = BigDecimal.valueOf(evaluation.points(alternative), 2).stripTrailingZeros();
        return alternative.title() + " "
                + (evaluation.exclusions(alternative).isEmpty() ? points.toPlainString() : "out");
    }

    private String possibilities(boolean isOpen) {
        Stream<Outcome> now = Stream.of(evaluation.outcome()).filter(outcome -> isOpen && !others.isEmpty());
        String names = Stream.concat(now, others.stream())
                .map(InterimResult::possibility)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no open question can change this" : "still possible: " + names;
    }

    private static String possibility(Outcome outcome) {
        String none = outcome instanceof Outcome.Conflict ? "a conflict" : "that none is needed";
        return outcome.recommended().map(Alternative::title).orElse(none);
    }

    private static String word(Outcome outcome) {
        return outcome instanceof Outcome.Conflict ? "no transport is left" : "no transport is needed";
    }
}
