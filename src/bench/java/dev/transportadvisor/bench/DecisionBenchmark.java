package dev.transportadvisor.bench;

import com.sun.management.ThreadMXBean;
import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * Decisions a second on one thread, warm: the built-in table, beside the six needs that the product began with written
 * out as a loop over constants, which is as fast as a decision can be; and how fast the searches through many answers
 * get on, which make the same decisions.
 */
final class DecisionBenchmark {

    private record Work(String name, int calls, IntUnaryOperator decide) {}

    private static final List<String> WORDS = List.of("must", "should", "nice", "no");
    private static final int SAMPLES = 1 << 12;
    private static final int ROUNDS = 7;
    private static final long NANOSECONDS = 500_000_000L;

    private DecisionBenchmark() {}

    public static void main(String... arguments) {
        DecisionTable table = Builtin.knowledge().decisionTable();
        int[][] needs = needs();
        System.out.printf(
                Locale.ROOT,
                "%n%-46s %16s %9s %16s%n",
                "Decisions, one thread, warm",
                "million a second",
                "of these",
                "bytes a decision");
        double reference = print(new Work("six needs, written out by hand", SAMPLES, i -> byHand(needs[i])), 0);
        singly(table).forEach(work -> print(work, reference));
        System.out.printf("%n%-46s %16s %26s%n", "Searches, the built-in table", "milliseconds", "ways of answering");
        AnswerSearch.searches(table).forEach(DecisionBenchmark::print);
    }

    private static List<Work> singly(DecisionTable table) {
        Evaluator evaluator = new Evaluator(table);
        List<Answers> answers = answers(table);
        int[][] numbers = answers.stream().map(evaluator.classes()::numbers).toArray(int[][]::new);
        return List.of(
                new Work(
                        "the built-in table, answers as numbers",
                        SAMPLES,
                        i -> code(evaluator.outcome(numbers[i]))),
                new Work(
                        "the built-in table, answers as values",
                        SAMPLES,
                        i -> code(evaluator.outcome(answers.get(i)))));
    }

    /** @return millions of decisions a second, the reference of others */
    private static double print(Work work, double reference) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, perSecond(work) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "%-46s %16.2f %9s %16.1f%n",
                work.name,
                best,
                reference == 0 ? "" : "%.0f %%".formatted(100 * best / reference),
                bytes(work));
        return best;
    }

    private static void print(AnswerSearch search) {
        Work work = new Work(search.name(), 1, i -> search.run());
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, perSecond(work));
        }
        System.out.printf(Locale.ROOT, "%-46s %16.2f %26d%n", search.name(), 1e3 / best, search.ways());
    }

    private static double perSecond(Work work) {
        long start = System.nanoTime();
        long decisions = 0;
        while (System.nanoTime() - start < NANOSECONDS) {
            callAll(work);
            decisions += work.calls;
        }
        return decisions * 1e9 / (System.nanoTime() - start);
    }

    private static void callAll(Work work) {
        int sum = 0;
        for (int i = 0; i < work.calls; i++) {
            sum += work.decide.applyAsInt(i);
        }
        if (sum == 0) {
            throw new AssertionError("Nothing was decided");
        }
    }

    private static double bytes(Work work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        callAll(work);
        return (double) (threads.getCurrentThreadAllocatedBytes() - before) / (work.calls);
    }

    static int code(Outcome outcome) {
        return outcome instanceof Outcome.Recommended recommended
                ? 1 + recommended.alternative().index() + recommended.decidedBy().ordinal() * 2
                : 0;
    }

    /** Half of the questions open, the others answered at random, from a fixed seed. */
    private static List<Answers> answers(DecisionTable table) {
        Random random = new Random(20261124);
        List<Answers> all = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            Answers answers = Answers.none(table);
            for (InputClause input : table.inputs()) {
                List<String> allowed = input.domain().allowed();
                String word = allowed.get(random.nextInt(allowed.size()));
                Optional<?> open = random.nextBoolean() ? Optional.empty() : Optional.of(word);
                String text = input.domain().parse(word).isPresent() ? word : String.valueOf(1 + random.nextInt(2000));
                answers = open.isPresent() ? answers.with(input, input.domain().parse(text)) : answers;
            }
            all.add(answers);
        }
        return all;
    }

    private static int[][] needs() {
        Random random = new Random(20261124);
        int[][] needs = new int[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            needs[i] = random.ints(6, 0, WORDS.size()).toArray();
        }
        return needs;
    }

    private static final int[] WEIGHTS = {5, 3, 1, 0};
    private static final int[] SOCKET_MODE = {2, 2, 2, 0, 0, 0};
    private static final int[] EVENTS_API = {0, 1, 1, 2, 2, 2};

    private static int byHand(int[] needs) {
        int socketMode = 0;
        int eventsApi = 0;
        boolean noSocketMode = false;
        boolean noEventsApi = false;
        for (int i = 0; i < needs.length; i++) {
            socketMode += WEIGHTS[needs[i]] * SOCKET_MODE[i];
            eventsApi += WEIGHTS[needs[i]] * EVENTS_API[i];
            noSocketMode |= needs[i] == 0 && SOCKET_MODE[i] == 0;
            noEventsApi |= needs[i] == 0 && EVENTS_API[i] == 0;
        }
        if (noSocketMode && noEventsApi) {
            return 0;
        }
        boolean constraint = noSocketMode || noEventsApi;
        boolean tied = !constraint && socketMode == eventsApi;
        int winner = noEventsApi || !noSocketMode && socketMode >= eventsApi ? 0 : 1;
        DecidedBy decidedBy = constraint ? DecidedBy.CONSTRAINT : tied ? DecidedBy.DEFAULT : DecidedBy.SCORE;
        return 1 + winner + decidedBy.ordinal() * 2;
    }
}
