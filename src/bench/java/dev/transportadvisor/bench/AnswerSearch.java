package dev.transportadvisor.bench;

import dev.transportadvisor.decision.check.DecisionTableChecker;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.search.OutcomeSpace;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A search through many answers.
 *
 * @param ways how many ways of answering it accounts for without having to try each
 * @param search what came of it, never 0
 */
record AnswerSearch(String name, long ways, IntSupplier search) {

    int run() {
        return search.getAsInt();
    }

    static List<AnswerSearch> searches(DecisionTable table) {
        long ways = ways(table);
        Answers nothing = Answers.none(table);
        OutcomeSpace space = new OutcomeSpace(table);
        return List.of(
                new AnswerSearch(
                        "what can still come of no answers",
                        ways,
                        () -> space.after(nothing).reachable().size()),
                new AnswerSearch("a recommendation without answers", ways, () -> 1
                        + Recommendation.of(table, nothing).unanswered().size()),
                new AnswerSearch("a check of the table", ways, () -> 1
                        + DecisionTableChecker.check(table, List.of()).size()));
    }

    /** How many ways there are of answering each question, or leaving it open. */
    private static long ways(DecisionTable table) {
        Evaluator evaluator = new Evaluator(table);
        return table.inputs().stream()
                .mapToLong(input -> 1 + evaluator.classes().count(input))
                .reduce(1, Math::multiplyExact);
    }
}
