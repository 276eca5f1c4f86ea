package dev.transportadvisor.decision.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.AnswerSamples;
import dev.transportadvisor.decision.NaiveDecision;
import dev.transportadvisor.decision.RandomTable;
import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.evaluation.AnswerClasses;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim about all answers is compared with trying all answers of small random tables. */
class OutcomeSpaceTest {

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reachesWhatSomeAnswersReach(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);
        DecisionTable table = text.read();
        Answers given = someGiven(table, random);

        assertEquals(
                reached(table, table.inputs(), given),
                new OutcomeSpace(table)
                        .after(given).reachable().stream()
                                .map(OutcomeSpaceTest::show)
                                .collect(Collectors.toCollection(TreeSet::new)),
                text::toString);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reachesWhatIsLeftBehindAnAnswer(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);
        DecisionTable table = text.read();
        Answers given = someGiven(table, random);
        Prospects prospects = new OutcomeSpace(table).after(given);
        List<Answers> all = allCompletions(table, table.inputs(), given);
        AnswerClasses classes = new Evaluator(table).classes();

        for (InputClause open : table.inputs()) {
            for (int answer = 1; NaiveDecision.isOpen(table, given, open) && answer <= classes.count(open); answer++) {
                int number = answer;
                Set<String> expected = all.stream()
                        .filter(answers -> answers.value(open)
                                .filter(value -> classes.number(open, value) == number)
                                .isPresent())
                        .map(answers -> NaiveDecision.recommend(table, answers))
                        .collect(Collectors.toSet());
                assertEquals(
                        expected,
                        prospects.reachable(open, number).stream()
                                .map(OutcomeSpaceTest::show)
                                .collect(Collectors.toSet()),
                        () -> open + " in\n" + text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAnswerCanChangeTheOutcomeIfItDoesForSomeOthers(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);
        DecisionTable table = text.read();
        Answers given = someGiven(table, random);
        Prospects prospects = new OutcomeSpace(table).after(given);

        for (InputClause open : table.inputs()) {
            if (given.value(open).isEmpty()) {
                List<InputClause> others =
                        table.inputs().stream().filter(input -> input != open).toList();
                boolean expected = NaiveDecision.isOpen(table, given, open)
                        && allCompletions(table, others, given).stream()
                                .anyMatch(base -> answered(table, open, base)
                                                .filter(answers -> fitTogether(table, answers, given))
                                                .map(answers -> NaiveDecision.recommend(table, answers))
                                                .distinct()
                                                .count()
                                        > 1);
                assertEquals(expected, prospects.canChange(open), () -> open + " in\n" + text);
            }
        }
    }

    /** A question left open, and answered in every way. */
    private static Stream<Answers> answered(DecisionTable table, InputClause open, Answers base) {
        return Stream.concat(
                Stream.of(base),
                AnswerSamples.candidates(table, open).stream().map(value -> base.with(open, Optional.of(value))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRuleOrLimitIsDecisiveIfRemovingItChangesSomeOutcome(int seed) {
        TableText text = RandomTable.text(new Random(seed));
        DecisionTable table = text.read();
        OutcomeSpace space = new OutcomeSpace(table);

        for (Rule rule : table.rules()) {
            assertEquals(
                    differ(table, table.without(rule)), space.isDecisive(rule), () -> rule.id() + " in\n" + text);
        }
        for (Limit limit : table.limits()) {
            assertEquals(
                    differ(table, table.without(limit)), space.isDecisive(limit), () -> limit.id() + " in\n" + text);
        }
    }

    private static boolean differ(DecisionTable table, DecisionTable other) {
        return allCompletions(table, table.inputs(), Answers.none(table)).stream()
                .anyMatch(answers ->
                        !NaiveDecision.decide(table, answers).equals(NaiveDecision.decide(other, answers)));
    }

    /** One answer, or none. */
    static Answers someGiven(DecisionTable table, Random random) {
        InputClause input = table.inputs().get(random.nextInt(table.inputs().size()));
        List<Value> values = AnswerSamples.candidates(table, input);
        Answers nothing = Answers.none(table);
        return random.nextBoolean()
                ? nothing
                : nothing.with(input, Optional.of(values.get(random.nextInt(values.size()))));
    }

    static Set<String> reached(DecisionTable table, List<InputClause> inputs, Answers given) {
        return allCompletions(table, inputs, given).stream()
                .map(answers -> NaiveDecision.recommend(table, answers))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Each of some questions that is open, left open or answered in every way; but nobody is asked what follows from
     * other answers.
     */
    static List<Answers> allCompletions(DecisionTable table, List<InputClause> inputs, Answers given) {
        List<Answers> completions = List.of(given);
        for (InputClause input : inputs) {
            if (NaiveDecision.isOpen(table, given, input)) {
                List<Answers> more = new ArrayList<>(completions);
                for (Value value : AnswerSamples.candidates(table, input)) {
                    completions.forEach(answers -> more.add(answers.with(input, Optional.of(value))));
                }
                completions = more;
            }
        }
        return completions.stream()
                .filter(answers -> fitTogether(table, answers, given))
                .toList();
    }

    private static boolean fitTogether(DecisionTable table, Answers answers, Answers given) {
        return table.inputs().stream()
                .filter(input -> answers.value(input).isPresent() && given.value(input).isEmpty())
                .allMatch(input -> NaiveDecision.isOpen(table, answers.with(input, Optional.empty()), input));
    }

    private static String show(Outcome outcome) {
        return outcome.recommended().map(Alternative::id).orElse(outcome.word().replace('-', ' '));
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
                refusal.getMessage().endsWith("Use fewer conditions."),
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

        InputException refusal = assertThrows(InputException.class, () -> new OutcomeSpace(table));

        assertTrue(
                refusal.getMessage().startsWith("table.yaml:1:1: The weights add up in more than 4194304 ways"),
                refusal.getMessage());
    }
}
