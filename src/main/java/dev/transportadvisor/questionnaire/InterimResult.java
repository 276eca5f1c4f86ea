package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.search.OutcomeSpace;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a verdict stands in the middle of an interview.
 *
 * @param others the outcomes that are possible beside the present one; empty stands for a conflict
 */
public record InterimResult(Evaluation evaluation, List<Optional<Alternative>> others) {

    static InterimResult of(DecisionTable table, Answers answers) {
        Evaluation evaluation = Evaluation.of(table, answers);
        List<Optional<Alternative>> others = new OutcomeSpace(table)
                .reachable(answers).stream()
                        .filter(outcome -> !outcome.equals(evaluation.outcome().recommended()))
                        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                        .toList();
        return new InterimResult(evaluation, others);
    }

    private static int rank(Optional<Alternative> outcome) {
        return outcome.map(Alternative::index).orElse(Integer.MAX_VALUE);
    }

    /** What the present outcome is, such as {@code use Socket Mode}. */
    public String outcome() {
        return evaluation
                .outcome()
                .recommended()
                .map(alternative -> "use " + alternative.name())
                .orElse("no transport is left");
    }

    /** One line, such as {@code So far: Socket Mode 100, Events API 27.3; still possible: Events API.} */
    public String sentence() {
        String scores =
                evaluation.table().alternatives().stream().map(this::score).collect(Collectors.joining(", "));
        String now = evaluation.counting().isEmpty() ? "no preference" : scores;
        return "So far: " + now + "; " + possibilities() + ".";
    }

    private String score(Alternative alternative) {
        boolean isOut = !evaluation.exclusions(alternative).isEmpty();
        String score = evaluation.score(alternative).stripTrailingZeros().toPlainString();
        return alternative.title() + " " + (isOut ? "out" : score);
    }

    private String possibilities() {
        List<String> names = Stream.concat(
                        Stream.of(evaluation.outcome().recommended())
                                .filter(now -> evaluation.counting().isEmpty()),
                        others.stream())
                .map(outcome -> outcome.map(Alternative::title).orElse("conflict"))
                .toList();
        return names.isEmpty() ? "no open question can change this" : "still possible: " + String.join(", ", names);
    }
}
