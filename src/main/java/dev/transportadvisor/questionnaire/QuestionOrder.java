package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.search.OutcomeSpace;
import dev.transportadvisor.decision.search.Prospects;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.InputClause;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds the question to ask next: of those that can still change the outcome first the ones that the table wants asked
 * first, then the wishes that can exclude, then the others.
 *
 * <p>Of several it is the one whose answers leave the fewest outcomes on average; each answer that rules can tell apart
 * counts once, don't know not at all. Of equals it is the one whose answers move the points furthest; of equals again,
 * the first in the table.
 */
final class QuestionOrder {

    private record Candidate(InputClause input, double outcomesLeft, long swing) {}

    private final Evaluator evaluator;
    private final OutcomeSpace space;

    QuestionOrder(DecisionTable table) {
        this.evaluator = new Evaluator(table);
        this.space = new OutcomeSpace(evaluator);
    }

    DecisionTable table() {
        return evaluator.table();
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** What can still come of some answers. */
    Prospects after(Answers given) {
        return space.after(given);
    }

    /** The next of some open questions; empty if none of them can change the outcome. */
    Optional<InputClause> next(List<InputClause> open, Answers given) {
        Prospects prospects = space.after(given);
        if (prospects.isDecided()) {
            return Optional.empty();
        }
        Optional<InputClause> first = table().askFirst().stream()
                .filter(input -> open.contains(input) && prospects.canChange(input))
                .findFirst();
        return first.isPresent() ? first : afterTheFirst(open, prospects, given);
    }

    private Optional<InputClause> afterTheFirst(List<InputClause> open, Prospects prospects, Answers given) {
        List<InputClause> useful = open.stream().filter(prospects::canChange).toList();
        // A table that wants nothing asked first leaves the order to what its questions can change.
        List<InputClause> wishes = table().askFirst().isEmpty() ? List.of() : wishesThatExclude(useful, given);
        return mostTelling(wishes.isEmpty() ? useful : wishes, prospects, given);
    }

    /** The wishes that would exclude something if they were a must. */
    private List<InputClause> wishesThatExclude(List<InputClause> inputs, Answers given) {
        Evaluation evaluation = evaluator.evaluate(given);
        return evaluation.rows().stream()
                .filter(row -> row.suitabilities().stream().anyMatch(it -> it.fit() == Fit.NO))
                .flatMap(row -> asked(row.criterion()).stream())
                .filter(inputs::contains)
                .toList();
    }

    private static Optional<InputClause> asked(Criterion criterion) {
        return criterion.asked().map(rule -> rule.input());
    }

    private Optional<InputClause> mostTelling(List<InputClause> inputs, Prospects prospects, Answers given) {
        return inputs.stream()
                .map(input -> candidate(input, prospects, given))
                // The first of equals wins, since min keeps it.
                .min(Comparator.comparingDouble(Candidate::outcomesLeft)
                        .thenComparing(Candidate::swing, Comparator.reverseOrder()))
                .map(Candidate::input);
    }

    private Candidate candidate(InputClause input, Prospects prospects, Answers given) {
        int count = evaluator.classes().count(input);
        double outcomesLeft = IntStream.rangeClosed(1, count)
                .map(answer -> prospects.reachable(input, answer).size())
                .average()
                .orElse(0);
        return new Candidate(input, outcomesLeft, swing(input, count, given));
    }

    /** How far the answers to a question move the lead of any alternative over the first. */
    private long swing(InputClause input, int count, Answers given) {
        int[] numbers = evaluator.classes().numbers(given);
        long[][] points = new long[count][];
        for (int answer = 1; answer <= count; answer++) {
            numbers[input.index()] = answer;
            points[answer - 1] = evaluator.score(evaluator.parts(), numbers).points();
        }
        return table().alternatives().stream()
                .mapToLong(alternative -> {
                    LongStream.Builder leads = LongStream.builder();
                    for (long[] each : points) {
                        leads.add(each[alternative.index()] - each[0]);
                    }
                    var statistics = leads.build().summaryStatistics();
                    return statistics.getMax() - statistics.getMin();
                })
                .max()
                .orElse(0);
    }
}
