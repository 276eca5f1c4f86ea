package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.check.DecisionCase;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.report.format.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        List<CriterionResult> against = evaluation.exclusions(expected).isEmpty()
                ? evaluation.counting().stream()
                        .filter(row -> recommended.isEmpty() || lags(row, expected, recommended.get()))
                        .toList()
                : evaluation.exclusions(expected);
        String causes = against.stream()
                .map(row -> "  " + Wording.cause(row, evaluation.answers()) + " ("
                        + row.criterion().label() + ": " + expected.title() + " "
                        + row.criterion().fit(expected).word() + ")\n")
                .collect(Collectors.joining());
        return Optional.of("Expected `" + expected.id() + "`, but the answers lead to "
                + DecisionCase.describe(recommendation.outcome()) + ".\n"
                + (causes.isEmpty()
                        ? Paragraph.indented("", Wording.reason(evaluation))
                        : "Because of:\n" + causes));
    }

    private static boolean lags(CriterionResult row, Alternative expected, Alternative recommended) {
        return row.points().get(expected.index()) < row.points().get(recommended.index());
    }
}
