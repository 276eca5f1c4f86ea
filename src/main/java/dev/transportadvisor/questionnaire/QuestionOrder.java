package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.search.OutcomeSpace;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the question that can still change the outcome most.
 *
 * <p>That is the one whose answers leave the fewest outcomes on average; each answer that rules can tell
 * apart counts once, don't know not at all. Of equals it is the one whose answers move a score
 * furthest; of equals again, the first in the table.
 */
final class QuestionOrder {

    private record Candidate(InputClause input, double outcomesLeft, BigDecimal swing) {}

    private final DecisionTable table;
    private final OutcomeSpace space;

    QuestionOrder(DecisionTable table) {
        this.table = table;
        this.space = new OutcomeSpace(table);
    }

    DecisionTable table() {
        return table;
    }

    /** Whether every way of answering what is open leads to the same outcome. */
    boolean isDecided(Answers given) {
        return space.reachable(given).size() == 1;
    }

    boolean canChange(InputClause open, Answers given) {
        return space.canChange(open, given);
    }

    /** The next of some open questions; empty if none of them can change the outcome. */
    Optional<InputClause> next(List<InputClause> open, Answers given) {
        return open.stream()
                .filter(input -> canChange(input, given))
                .map(input -> candidate(input, given))
                // The first of equals wins, since min keeps it.
                .min(Comparator.comparingDouble(Candidate::outcomesLeft)
                        .thenComparing(Candidate::swing, Comparator.reverseOrder()))
                .map(Candidate::input);
    }

    private Candidate candidate(InputClause input, Answers given) {
        List<Answers> ways = space.answered(input, given);
        double outcomesLeft = ways.stream()
                .mapToInt(way -> space.reachable(way).size())
                .average()
                .orElse(0);
        List<Evaluation> results =
                ways.stream().map(way -> Evaluation.of(table, way)).toList();
        BigDecimal swing = table.alternatives().stream()
                .map(alternative -> swing(alternative, results))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Candidate(input, outcomesLeft, swing);
    }

    private static BigDecimal swing(Alternative alternative, List<Evaluation> results) {
        List<BigDecimal> scores = results.stream()
                .map(result -> result.score(alternative))
                .sorted()
                .toList();
        return scores.get(scores.size() - 1).subtract(scores.get(0));
    }
}
