package dev.transportadvisor.decision.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.AnswerSamples;
import dev.transportadvisor.decision.RandomTable;
import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim about all answers is compared with trying all answers of small random tables. */
class OutcomeSpaceTest {

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reachesWhatSomeAnswersReach(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);
        DecisionTable table = text.read();
        Answers given = someGiven(table, random);
        Evaluator evaluator = new Evaluator(table);

        Set<String> expected = allCompletions(table, table.inputs(), given).stream()
                .map(answers -> recommended(evaluator, answers))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                expected,
                new OutcomeSpace(table)
                        .reachable(given).stream()
                                .map(alternative ->
                                        alternative.map(Alternative::id).orElse("conflict"))
                                .collect(Collectors.toCollection(TreeSet::new)),
                text::toString);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAnswerCanChangeTheOutcomeIfItDoesForSomeOthers(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);
        DecisionTable table = text.read();
        Answers given = someGiven(table, random);
        OutcomeSpace space = new OutcomeSpace(table);
        Evaluator evaluator = new Evaluator(table);

        for (InputClause open : table.inputs()) {
            if (given.value(open).isEmpty()) {
                List<InputClause> others =
                        table.inputs().stream().filter(input -> input != open).toList();
                boolean expected = allCompletions(table, others, given).stream()
                        .anyMatch(base -> allCompletions(table, List.of(open), base).stream()
                                        .map(answers -> recommended(evaluator, answers))
                                        .distinct()
                                        .count()
                                > 1);
                assertEquals(expected, space.canChange(open, given), () -> open + " in\n" + text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRuleIsDecisiveIfRemovingItChangesSomeOutcome(int seed) {
        TableText text = RandomTable.text(new Random(seed));
        DecisionTable table = text.read();
        OutcomeSpace space = new OutcomeSpace(table);
        List<Answers> all = allCompletions(table, table.inputs(), Answers.none(table));
        Evaluator evaluator = new Evaluator(table);

        for (Rule rule : table.rules()) {
            Evaluator without = new Evaluator(table.without(rule));
            boolean expected =
                    all.stream().anyMatch(answers -> !evaluator.outcome(answers).equals(without.outcome(answers)));
            assertEquals(expected, space.isDecisive(rule), () -> rule.id() + " in\n" + text);
        }
    }

    /** One answer, or none. */
    private static Answers someGiven(DecisionTable table, Random random) {
        InputClause input = table.inputs().get(random.nextInt(table.inputs().size()));
        List<Value> values = AnswerSamples.candidates(table, input);
        Answers nothing = Answers.none(table);
        return random.nextBoolean()
                ? nothing
                : nothing.with(input, Optional.of(values.get(random.nextInt(values.size()))));
    }

    /** Each of some questions that is open, left open or answered in every way. */
    private static List<Answers> allCompletions(DecisionTable table, List<InputClause> inputs, Answers given) {
        List<Answers> completions = List.of(given);
        for (InputClause input : inputs) {
            if (given.value(input).isEmpty()) {
                List<Answers> more = new ArrayList<>(completions);
                for (Value value : AnswerSamples.candidates(table, input)) {
                    completions.forEach(answers -> more.add(answers.with(input, Optional.of(value))));
                }
                completions = more;
            }
        }
        return completions;
    }

    private static String recommended(Evaluator evaluator, Answers answers) {
        return evaluator.outcome(answers).recommended().map(Alternative::id).orElse("conflict");
    }

    @Test
    void refusesATableThatTiesTooMuchTogether() {
        TableText text = TableText.between("left", "right").criterion("all", "yes", "no");
        StringBuilder when = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.words("q" + i, "x", "y", "z");
            when.append(i == 0 ? "" : ", ").append("q").append(i).append(": x");
        }
        DecisionTable table =
                text.rule("every-one", "all", when.toString(), "must").read();

        InputException refusal = assertThrows(InputException.class, () -> new OutcomeSpace(table));

        assertTrue(
                refusal.getMessage().startsWith("table.yaml:1:1: The rules tie the questions [q0, q1,"),
                refusal.getMessage());
        assertTrue(
                refusal.getMessage().endsWith("Use fewer conditions, or fewer different weights."),
                refusal.getMessage());
    }

    @Test
    void refusesATableWhoseWeightsAddUpInTooManyWays() {
        String[] fits = {"yes", "partly", "no"};
        TableText text = TableText.between("a", "b", "c", "d", "e", "f", "g", "h");
        Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            text.need("q" + i)
                    .criterion(
                            "q" + i,
                            random.ints(8, 0, 3).mapToObj(fit -> fits[fit]).toArray(String[]::new));
        }
        DecisionTable table = text.read();
        OutcomeSpace space = new OutcomeSpace(table);

        InputException refusal = assertThrows(InputException.class, () -> space.reachable(Answers.none(table)));

        assertTrue(
                refusal.getMessage().startsWith("table.yaml:1:1: The weights add up in more than 200000 ways"),
                refusal.getMessage());
    }

    @Test
    void onTheRealTableEverythingIsStillPossible() {
        DecisionTable table = Tables.transport();
        OutcomeSpace space = new OutcomeSpace(table);

        assertEquals(3, space.reachable(Answers.none(table)).size());
        for (InputClause input : table.inputs()) {
            boolean cautionOnly =
                    input.id().equals("events-per-day") || input.id().equals("handler-seconds");
            assertEquals(!cautionOnly, space.canChange(input, Answers.none(table)), input.id());
        }
    }

    @Test
    void whatIsAnsweredLeavesLessOpen() {
        DecisionTable table = Tables.transport();
        OutcomeSpace space = new OutcomeSpace(table);
        Answers listed = Tables.answers(table, "marketplace-distribution: must");

        assertEquals(Set.of(Optional.empty(), table.alternative("events-api")), space.reachable(listed));
        assertFalse(space.canChange(table.input("workspaces").orElseThrow(), listed));
        assertTrue(space.canChange(table.input("inbound-allowed").orElseThrow(), listed));
        assertFalse(space.canChange(
                table.input("serverless").orElseThrow(),
                Tables.answers(table, "marketplace-distribution: must", "no-public-endpoint: no")));
    }
}
