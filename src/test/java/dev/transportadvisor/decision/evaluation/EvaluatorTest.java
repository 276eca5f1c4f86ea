package dev.transportadvisor.decision.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.AnswerSamples;
import dev.transportadvisor.decision.NaiveDecision;
import dev.transportadvisor.decision.RandomTable;
import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Rule;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class EvaluatorTest {

    private static final TableText THREE = TableText.between("walk", "cycle", "drive")
            .need("cheap")
            .need("fast")
            .need("dry")
            .criterion("cheap", "yes", "partly", "no")
            .criterion("fast", "no", "partly", "yes")
            .criterion("dry", "no", "no", "yes");

    /** What is decided among three alternatives, of which `walk` is the default. */
    @ParameterizedTest(name = "{0}/{1}/{2} gives {3}")
    @CsvSource({
        // nothing weighs anything
        "unknown, unknown, unknown, walk by default",
        "no,      no,      no,      walk by default",
        // the largest share wins
        "should,  unknown, unknown, walk by score",
        "unknown, should,  unknown, drive by score",
        "should,  nice,    unknown, walk by score",
        // walk, cycle and drive all win half of the points
        "should,  should,  unknown, walk by default",
        // one alternative is excluded, the other two are told apart by points, or not
        "must,    should,  unknown, walk by score",
        "must,    must,    unknown, cycle by constraint",
        "unknown, must,    unknown, drive by score",
        "no,      must,    no,      drive by score",
        // two are excluded
        "unknown, unknown, must,    drive by constraint",
        "should,  unknown, must,    drive by constraint",
        // all are excluded
        "must,    unknown, must,    conflict",
    })
    void excludesThenAddsUpThenFallsBack(String cheap, String fast, String dry, String expected) {
        DecisionTable table = THREE.read();
        Answers answers =
                given(given(given(Answers.none(table), table, "cheap", cheap), table, "fast", fast), table, "dry", dry);

        assertEquals(expected, decide(table, answers));
        assertEquals(expected, NaiveDecision.decide(table, answers));
    }

    private static Answers given(Answers answers, DecisionTable table, String id, String word) {
        InputClause input = table.input(id).orElseThrow();
        return answers.with(input, input.domain().parse(word));
    }

    @Test
    void aTieThatTheDefaultIsNotPartOfGoesToTheFirst() {
        DecisionTable table = TableText.between("walk", "cycle", "drive")
                .need("fast")
                .criterion("fast", "no", "yes", "yes")
                .read();

        assertEquals("cycle by default", decide(table, Tables.answers(table, "fast: nice")));
        assertEquals("cycle by default", decide(table, Tables.answers(table, "fast: must")));
    }

    @Test
    void aTieGoesToTheDefaultWhereverItStands() {
        DecisionTable table = Tables.table(
                THREE.toString().replace("default: {alternative: walk", "default: {alternative: drive"));

        assertEquals("drive by default", decide(table, Tables.answers(table, "cheap: should", "fast: should")));
        assertEquals("walk by score", decide(table, Tables.answers(table, "cheap: should")));
        // The default has no part in a tie, having fewer points or being excluded.
        DecisionTable behind = Tables.table(TableText.between("walk", "cycle", "drive")
                .need("dry")
                .criterion("dry", "yes", "yes", "no")
                .toString()
                .replace("default: {alternative: walk", "default: {alternative: drive"));
        assertEquals("walk by default", decide(behind, Tables.answers(behind, "dry: nice")));
        assertEquals("walk by default", decide(behind, Tables.answers(behind, "dry: must")));
    }

    @Test
    void aTieIsOneWhereverTheLoserStands() {
        for (String[] fits : new String[][] {{"yes", "yes", "no"}, {"yes", "no", "yes"}, {"yes", "yes", "partly"}}) {
            DecisionTable table = TableText.between("walk", "cycle", "drive")
                    .need("fast")
                    .criterion("fast", fits)
                    .read();

            assertEquals("walk by default", decide(table, Tables.answers(table, "fast: nice")));
        }
    }

    @Test
    void noNumberOfPointsOutvotesAConstraint() {
        TableText text = TableText.between("left", "right").need("only").criterion("only", "no", "yes");
        for (String wish : new String[] {"a", "b", "c", "d"}) {
            text.need(wish).criterion(wish, "yes", "no");
        }
        DecisionTable table = text.read();

        assertEquals(
                "right by constraint",
                decide(table, Tables.answers(table, "only: must", "a: should", "b: should", "c: should", "d: should")));
    }

    @Test
    void aMustThatIsMetInPartExcludesNothing() {
        DecisionTable table = TableText.between("left", "right")
                .need("it")
                .criterion("it", "yes", "partly")
                .read();

        assertEquals("left by score", decide(table, Tables.answers(table, "it: must")));
    }

    @Test
    void decidesLikeTheDescriptionOnTheRealTable() {
        DecisionTable table = Tables.transport();
        Random random = new Random(20261124);

        for (int i = 0; i < 2_000; i++) {
            Answers answers = AnswerSamples.of(table, random);
            String expected = NaiveDecision.decide(table, answers);
            assertEquals(expected, decide(table, answers));
            assertEquals(expected, show(Evaluation.of(table, answers).outcome()));
        }
    }

    @Test
    void decidesLikeTheDescriptionOnOtherTables() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            TableText text = RandomTable.text(random);
            DecisionTable table = text.read();
            for (int i = 0; i < 20; i++) {
                Answers answers = AnswerSamples.of(table, random);
                String expected = NaiveDecision.decide(table, answers);
                assertEquals(expected, decide(table, answers), text::toString);
                assertEquals(expected, show(Evaluation.of(table, answers).outcome()), text::toString);
            }
        }
    }

    /** To care more for a criterion never makes what meets it worse the winner; not to know is to care least. */
    @Test
    void importanceIsMonotone() {
        DecisionTable table = Tables.transport();
        Evaluator evaluator = new Evaluator(table);
        Random random = new Random(20261128);
        List<String> scale = List.of("no", "nice", "should", "must");

        for (int i = 0; i < 300; i++) {
            Answers answers = AnswerSamples.of(table, random);
            Outcome before = evaluator.outcome(answers);
            for (Criterion criterion : table.criteria()) {
                for (InputClause wish : criterion.asked().map(Rule.Asked::input).stream().toList()) {
                    int now = answers.value(wish).map(value -> scale.indexOf(value.text())).orElse(0);
                    for (String more : scale.subList(now, scale.size())) {
                        Answers changed = answers.with(wish, wish.domain().parse(more));
                        assertNobodyElseGains(evaluator, criterion, before, changed);
                    }
                }
            }
        }
    }

    /** Only what meets the criterion best, or nothing at all, may come in the place of a winner. */
    private static void assertNobodyElseGains(
            Evaluator evaluator, Criterion criterion, Outcome before, Answers changed) {
        Outcome after = evaluator.outcome(changed);
        if (after.differsFrom(before) && after.recommended().isPresent()) {
            CriterionResult row = evaluator.result(criterion, changed);
            Fit winner = row.fit(after.recommended().get());
            assertTrue(
                    row.suitabilities().stream().allMatch(other -> winner.compareTo(other.fit()) <= 0),
                    () -> criterion.id() + " at " + row.importance() + " made " + show(before) + " " + show(after));
        }
    }

    /** Whatever is wished, what a limit excludes is never recommended. */
    @Test
    void noOutcomeGoesAgainstALimit() {
        DecisionTable table = Tables.transport();
        Evaluator evaluator = new Evaluator(table);
        Random random = new Random(20261129);

        for (int i = 0; i < 3_000; i++) {
            Answers answers = AnswerSamples.of(table, random);
            Evaluation evaluation = evaluator.evaluate(answers);
            evaluation.outcome().recommended().ifPresent(winner -> assertTrue(
                    evaluation.limits().stream().noneMatch(limit -> limit.excludes(winner)), evaluation::toString));
        }
    }

    public static String decide(DecisionTable table, Answers answers) {
        return show(new Evaluator(table).outcome(answers));
    }

    public static String show(Outcome outcome) {
        return outcome instanceof Outcome.Recommended recommended
                ? recommended.alternative().id() + " by "
                        + recommended.decidedBy().word()
                : outcome.word().replace('-', ' ');
    }
}
