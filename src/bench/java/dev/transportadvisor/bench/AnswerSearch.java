package dev.transportadvisor.bench;

import dev.transportadvisor.decision.check.DecisionTableChecker;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.search.OutcomeSpace;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Rule;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A search through many answers.
 *
 * @param decisions how many ways of answering it tries, or accounts for without having to try each
 * @param search what came of it, never 0
 */
record AnswerSearch(String name, long decisions, IntSupplier search) {

    private static final int MOST_FLIPPED = 3;

    int run() {
        return search.getAsInt();
    }

    static List<AnswerSearch> searches(DecisionTable table) {
        DecisionTable needs = needsOnly(table);
        Answers remote = threeMusts(table);
        return List.of(
                new AnswerSearch("six needs, one after the other", ways(needs), eachOf(needs)),
                new AnswerSearch("six needs, by OutcomeSpace", ways(needs), reachable(needs)),
                new AnswerSearch(
                        "the built-in table, by a search for flips",
                        flips(table, remote),
                        () -> Recommendation.of(table, remote).flips().size()),
                new AnswerSearch("six needs, by a check of their table", ways(needs), check(needs)));
    }

    private static DecisionTable needsOnly(DecisionTable table) {
        DecisionTable needs = table;
        for (Rule rule : table.rules()) {
            needs = rule instanceof Rule.Derived ? needs.without(rule) : needs;
        }
        return needs;
    }

    /** Answers that no change of fewer than three turns around, so that every change of three is tried. */
    private static Answers threeMusts(DecisionTable table) {
        Answers answers = Answers.none(table);
        for (String id : List.of("horizontal-autoscaling", "marketplace-distribution", "serverless")) {
            InputClause need = table.input(id).orElseThrow();
            answers = answers.with(need, need.domain().parse("must"));
        }
        return answers;
    }

    /** How many ways there are of answering each question, or leaving it open. */
    private static long ways(DecisionTable table) {
        OutcomeSpace space = new OutcomeSpace(table);
        return table.inputs().stream()
                .mapToLong(input -> 1 + space.answered(input, Answers.none(table)).size())
                .reduce(1, Math::multiplyExact);
    }

    /** How many ways there are of changing one answer, two, or three. */
    private static long flips(DecisionTable table, Answers given) {
        OutcomeSpace space = new OutcomeSpace(table);
        long[] bySize = {1, 0, 0, 0};
        for (InputClause input : table.inputs()) {
            long steps = space.answered(input, given).size() - given.value(input).stream().count();
            for (int size = MOST_FLIPPED; size > 0; size--) {
                bySize[size] += bySize[size - 1] * steps;
            }
        }
        return bySize[1] + bySize[2] + bySize[3];
    }

    private static IntSupplier eachOf(DecisionTable table) {
        Evaluator evaluator = new Evaluator(table);
        List<InputClause> needs = table.rules().stream()
                .flatMap(rule -> table.input(rule.id()).stream())
                .toList();
        int[] counts = new int[table.inputs().size()];
        needs.forEach(need -> counts[need.index()] = need.domain().allowed().size());
        return () -> sum(evaluator, new int[counts.length], counts, 0);
    }

    private static int sum(Evaluator evaluator, int[] answers, int[] counts, int question) {
        if (question == counts.length) {
            return DecisionBenchmark.code(evaluator.outcome(answers));
        }
        int sum = 0;
        for (int number = 0; number <= counts[question]; number++) {
            answers[question] = number;
            sum += sum(evaluator, answers, counts, question + 1);
        }
        return sum;
    }

    private static IntSupplier reachable(DecisionTable table) {
        OutcomeSpace space = new OutcomeSpace(table);
        return () -> space.reachable(Answers.none(table)).size();
    }

    private static IntSupplier check(DecisionTable table) {
        return () -> 1 + DecisionTableChecker.check(table, List.of()).size();
    }
}
