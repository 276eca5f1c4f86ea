package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.check.DecisionCase;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Exclusion;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.report.format.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an outcome is not the one that was expected. */
public final class ExpectationFormatter {

    private ExpectationFormatter() {}

    /** The answers that spoke against the expected alternative; empty if it is recommended. */
    public static Optional<String> unmet(Recommendation recommendation, Alternative expected) {
        Optional<Alternative> recommended = recommendation.outcome().recommended();
        if (recommended.filter(expected::equals).isPresent()) {
            return Optional.empty();
        }
        Evaluation evaluation = recommendation.evaluation();
        String causes = causes(evaluation, expected, recommended)
                .map(cause -> "  " + cause + "\n")
                .collect(Collectors.joining());
        return Optional.of("Expected `" + expected.id() + "`, but the answers lead to "
                + DecisionCase.describe(recommendation.outcome()) + ".\n"
                + (causes.isEmpty()
                        ? Paragraph.indented("", Wording.reason(evaluation))
                        : "Because of:\n" + causes));
    }

    private static Stream<String> causes(
            Evaluation evaluation, Alternative expected, Optional<Alternative> recommended) {
        if (evaluation.outcome() instanceof Outcome.NotNeeded) {
            return Stream.empty();
        }
        List<Exclusion> exclusions = evaluation.exclusions(expected);
        if (!exclusions.isEmpty()) {
            return exclusions.stream().map(exclusion -> cause(exclusion, evaluation, expected));
        }
        return evaluation.counting().stream()
                .filter(row -> recommended.filter(other -> row.points(expected) < row.points(other)).isPresent())
                .map(row -> cause(row, evaluation, expected));
    }

    private static String cause(Exclusion exclusion, Evaluation evaluation, Alternative expected) {
        return exclusion instanceof Exclusion.ByLimit by
                ? Causes.of(exclusion, evaluation) + " (" + by.limit().label() + ")"
                : cause(((Exclusion.ByMust) exclusion).row(), evaluation, expected);
    }

    private static String cause(CriterionResult row, Evaluation evaluation, Alternative expected) {
        return Causes.of(row, evaluation) + " (" + row.criterion().label() + ": " + expected.title() + " "
                + row.fit(expected).word() + ")";
    }
}
