package dev.transportadvisor.decision.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.DecisionTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    /** A wish that three employees and more bring about, that one denies, and that `right` meets in part at two. */
    private static final DecisionTable OFFICE = TableText.between("left", "right")
            .need("room")
            .number("people", "1", true)
            .words("floor", "ground", "top")
            .criterion("room", "yes", "no where people: '<= 2' is partly")
            .rule("crowd", "room", "people: '> 2' unless floor: top", "should")
            .limit("stairs", "left", "floor: top")
            .denial("alone", "room", "people: '< 2'")
            .contradiction("crowd-upstairs", "people: '> 2', floor: top")
            .capability("desks", "people: '> 2'")
            .capability("sofa", "room: should")
            .read();

    /** 100 × points won ÷ points possible, rounded half up to one decimal. */
    @ParameterizedTest(name = "{0} {1} {2} gives {3} and {4}")
    @CsvSource({
        "no,   no,     no,     0.0,   0.0",
        "nice, no,     no,     100.0, 0.0",
        "nice, nice,   no,     50.0,  50.0",
        "nice, should, no,     25.0,  75.0",
        // 1 of 6 and 5 of 6
        "nice, must,   no,     16.7,  83.3",
        // 5.5 of 7 and 1.5 of 7
        "must, nice,   nice,   78.6,  21.4",
        // 6.5 of 9 and 2.5 of 9
        "must, nice,   should, 72.2,  27.8",
    })
    void scoresAreSharesOfWhatIsPossible(String a, String b, String half, String left, String right) {
        DecisionTable table = TableText.between("left", "right")
                .need("a")
                .need("b")
                .need("half")
                .criterion("a", "yes", "no")
                .criterion("b", "no", "yes")
                .criterion("half", "partly", "partly")
                .read();

        Evaluation evaluation = Evaluation.of(table, Tables.answers(table, "a: " + a, "b: " + b, "half: " + half));

        assertEquals(left, evaluation.score(table.alternatives().get(0)).toPlainString());
        assertEquals(right, evaluation.score(table.alternatives().get(1)).toPlainString());
    }

    @Test
    void halvesAreRoundedUp() {
        DecisionTable table = TableText.between("left", "right")
                .need("a")
                .need("b")
                .need("c")
                .need("d")
                .criterion("a", "partly", "yes")
                .criterion("b", "no", "yes")
                .criterion("c", "no", "yes")
                .criterion("d", "no", "yes")
                .read();

        // 0.5 of 8 is exactly 6.25 %.
        Evaluation evaluation =
                Evaluation.of(table, Tables.answers(table, "a: nice", "b: nice", "c: should", "d: should"));

        assertEquals("6.3", evaluation.score(table.alternatives().get(0)).toPlainString());
    }

    @Test
    void anExcludedAlternativeKeepsItsScore() {
        DecisionTable table = TableText.between("left", "right")
                .need("only")
                .need("more")
                .criterion("only", "yes", "no")
                .criterion("more", "no", "yes")
                .read();
        Recommendation recommendation =
                Recommendation.of(table, Tables.answers(table, "only: should", "more: must"));

        assertEquals("right by constraint", EvaluatorTest.show(recommendation.outcome()));
        assertEquals("25.0", recommendation.margin().orElseThrow().toPlainString());
    }

    @Test
    void theMarginIsTheLeadOverTheBestOther() {
        DecisionTable table = TableText.between("walk", "cycle", "drive")
                .need("fast")
                .criterion("fast", "no", "partly", "yes")
                .read();

        assertEquals(
                "50.0",
                Recommendation.of(table, Tables.answers(table, "fast: nice"))
                        .margin()
                        .orElseThrow()
                        .toPlainString());
        assertEquals(
                "0.0",
                Recommendation.of(table, Answers.none(table))
                        .margin()
                        .orElseThrow()
                        .toPlainString());
    }

    @Test
    void aConflictHasNoMarginButSaysWhoIsExcludedByWhat() {
        Recommendation conflict =
                Recommendation.of(OFFICE, Tables.answers(OFFICE, "room: must", "people: 3", "floor: top"));

        assertEquals(Optional.empty(), conflict.margin());
        assertEquals(List.of("stairs"), excludedBy(conflict, "left"));
        assertEquals(List.of("room"), excludedBy(conflict, "right"));
    }

    private static List<String> excludedBy(Recommendation recommendation, String id) {
        return recommendation.evaluation().exclusions(OFFICE.alternative(id).orElseThrow()).stream()
                .map(Exclusion::id)
                .toList();
    }

    /** How much a criterion matters, and where that comes from. */
    @ParameterizedTest(name = "{0} makes it {1}, {2}")
    @CsvSource({
        "'',                       unknown, UNKNOWN",
        "'room: nice',             nice,    ANSWERED",
        "'room: no',               no,      ANSWERED",
        "'people: 2',              unknown, UNKNOWN",
        "'people: 3',              should,  DERIVED",
        // the stronger of the two counts
        "'people: 3;room: must',   must,    ANSWERED",
        "'people: 3;room: should', should,  ANSWERED",
        "'people: 3;room: nice',   should,  DERIVED",
        "'people: 3;room: no',     should,  DERIVED",
        "'people: 3;floor: top',   unknown, UNKNOWN",
        // a denied wish has no weight
        "'people: 1;room: must',   no,      DERIVED",
    })
    void aWishCountsUnlessFactsMakeItMoreOrDenyIt(String answers, String importance, CriterionResult.Origin origin) {
        CriterionResult row = row(answers.split(";"));

        assertEquals(importance, row.importance().word());
        assertEquals(origin, row.origin());
    }

    @Test
    void factsAloneSettleACriterionOnceAllOfThemAreKnown() {
        DecisionTable table = TableText.between("left", "right")
                .number("people", "1", true)
                .criterion("room", "yes", "no")
                .rule("crowd", "room", "people: '> 2'", "should")
                .read();

        assertEquals(
                "no",
                Evaluation.of(table, Tables.answers(table, "people: 2"))
                        .rows()
                        .get(0)
                        .importance()
                        .word());
    }

    @Test
    void aFitFollowsTheFacts() {
        assertEquals("partly", row("room: must", "people: 2").fit(OFFICE.alternatives().get(1)).word());
        assertEquals("no", row("room: must", "people: 3").fit(OFFICE.alternatives().get(1)).word());
        assertEquals("no", row("room: must").fit(OFFICE.alternatives().get(1)).word());
        assertEquals(
                List.of("it is", "it is then"),
                row("room: must", "people: 2").suitabilities().stream()
                        .map(suitability -> suitability.because())
                        .toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'people: 1;room: nice',            alone",
        "'people: 1;room: no',              ''",
        "'people: 1',                       ''",
        "'people: 3;floor: top',            crowd-upstairs",
        "'people: 3;floor: top;room: must', crowd-upstairs",
        "'people: 3;floor: ground',         ''",
    })
    void namesAnswersThatCannotAllBeMeant(String answers, String named) {
        assertEquals(
                named,
                String.join(
                        " ",
                        evaluation(answers.split(";")).contradictions().stream()
                                .map(Contradiction::id)
                                .toList()));
    }

    @Test
    void namesEveryRowThatHadAPart() {
        assertEquals(
                List.of("room", "crowd"), evaluation("room: no", "people: 3").fired());
        assertEquals(
                List.of("room", "stairs", "crowd-upstairs"),
                evaluation("room: no", "people: 3", "floor: top").fired());
    }

    @Test
    void saysWhatTheAnswersAskFor() {
        assertEquals(List.of("desks"), capabilities("people: 3"));
        assertEquals(List.of(), capabilities("people: 2"));
        assertEquals(List.of("desks", "sofa"), capabilities("people: 3", "room: should"));
    }

    @Test
    void aWishThatAFactDeniesAsksForNothing() {
        assertEquals(List.of("sofa"), capabilities("room: should", "people: 2"));
        assertEquals(List.of(), capabilities("room: should", "people: 1"));
    }

    private static List<String> capabilities(String... answers) {
        return evaluation(answers).capabilities().stream()
                .map(AskedCapability::id)
                .toList();
    }

    @Test
    void whatDoesNotMatterOrIsNotKnownWeighsNothing() {
        assertEquals(List.of(0L, 0L), row("room: no").points());
        assertEquals(List.of(0L, 0L), row().points());
        assertFalse(row("room: no").counts());
        assertFalse(row().counts());
        assertEquals(List.of(500L, 250L), row("room: must", "people: 2").points());
    }

    /** An answer that follows from another is as good as given, unless somebody says otherwise. */
    @Test
    void anAnswerFollowsFromAnotherUnlessItIsGiven() {
        DecisionTable table = TableText.between("left", "right")
                .words("house", "old", "new")
                .words("lift", "there", "missing")
                .implication("lift", "house: old", "missing")
                .criterion("floor", "yes", "yes")
                .limit("stairs", "left", "lift: missing")
                .read();

        assertEquals("right by constraint", decide(table, "house: old"));
        assertEquals("left by default", decide(table, "house: old", "lift: there"));
        assertEquals("left by default", decide(table, "house: new"));
        assertEquals("right by constraint", decide(table, "house: new", "lift: missing"));
    }

    private static String decide(DecisionTable table, String... answers) {
        return EvaluatorTest.show(Evaluation.of(table, Tables.answers(table, answers)).outcome());
    }

    private static CriterionResult row(String... answers) {
        return evaluation(answers).rows().get(0);
    }

    private static Evaluation evaluation(String... answers) {
        return Evaluation.of(OFFICE, Tables.answers(OFFICE, answers));
    }
}
