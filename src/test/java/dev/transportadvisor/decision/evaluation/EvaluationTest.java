package dev.transportadvisor.decision.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    private static final DecisionTable TRANSPORT = Tables.transport();

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

        assertEquals(left, evaluation.scores().get(0).toPlainString());
        assertEquals(right, evaluation.scores().get(1).toPlainString());
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

        assertEquals("6.3", evaluation.scores().get(0).toPlainString());
    }

    @Test
    void anExcludedAlternativeKeepsItsScore() {
        Recommendation recommendation =
                recommend("no-public-endpoint: must", "marketplace-distribution: should", "serverless: should");

        assertEquals("socket-mode by constraint", EvaluatorTest.show(recommendation.outcome()));
        assertEquals("[45.5, 54.5]", recommendation.evaluation().scores().toString());
        assertEquals("-9.0", recommendation.margin().orElseThrow().toPlainString());
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
                recommend("no-public-endpoint: must", "serverless: must", "horizontal-autoscaling: must");

        assertEquals(Optional.empty(), conflict.margin());
        assertEquals(List.of("horizontal-autoscaling", "serverless"), excludedBy(conflict, "socket-mode"));
        assertEquals(List.of("no-public-endpoint"), excludedBy(conflict, "events-api"));
    }

    private static List<String> excludedBy(Recommendation recommendation, String id) {
        return recommendation.evaluation().exclusions(TRANSPORT.alternative(id).orElseThrow()).stream()
                .map(row -> row.criterion().id())
                .toList();
    }

    /** How much a criterion matters, where that comes from, and which rule disagrees. */
    @ParameterizedTest(name = "{0} makes {1} {2}, {3}")
    @CsvSource({
        "'no-public-endpoint: nice',                         no-public-endpoint, nice,    ANSWERED, ",
        "'no-public-endpoint: no',                           no-public-endpoint, no,      ANSWERED, ",
        "'serverless: no',                                   no-public-endpoint, unknown, UNKNOWN,  ",
        "'inbound-allowed: false',                           no-public-endpoint, must,    DERIVED,  ",
        "'inbound-allowed: true',                            no-public-endpoint, unknown, UNKNOWN,  ",
        "'inbound-allowed: false;no-public-endpoint: must',  no-public-endpoint, must,    ANSWERED, ",
        "'inbound-allowed: false;no-public-endpoint: should',no-public-endpoint, should,  ANSWERED,"
                + " inbound-not-allowed",
        "'inbound-allowed: false;no-public-endpoint: no',    no-public-endpoint, no,      ANSWERED,"
                + " inbound-not-allowed",
        // the strongest of the rules that fire counts
        "'distribution: unlisted',                           many-workspaces,    should,  DERIVED,  ",
        "'distribution: unlisted;workspaces: 51',            many-workspaces,    must,    DERIVED,  ",
        // facts alone settle it once all of them are known
        "'workspaces: 5',                                    many-workspaces,    unknown, UNKNOWN,  ",
        "'workspaces: 5;distribution: internal',             many-workspaces,    no,      DERIVED,  ",
        "'outbound-websocket: allowed',                      outbound-websocket-blocked, no, DERIVED, ",
    })
    void anAnswerBeatsWhatFactsSay(
            String answers, String criterion, String importance, CriterionResult.Origin origin, String contradicted) {
        CriterionResult row = appraisal(criterion, answers.split(";"));

        assertEquals(importance, row.importance().word());
        assertEquals(origin, row.origin());
        assertEquals(Optional.ofNullable(contradicted), row.contradicted().map(Rule.Derived::id));
    }

    @Test
    void rulesFireByThemselvesEvenWhereAnAnswerBeatsThem() {
        Evaluation evaluation = Evaluation.of(
                TRANSPORT,
                Tables.answers(TRANSPORT, "no-public-endpoint: no", "inbound-allowed: false", "workspaces: 51"));

        assertEquals(
                List.of(
                        "no-public-endpoint",
                        "inbound-not-allowed",
                        "several-workspaces",
                        "more-than-fifty-workspaces"),
                evaluation.fired().stream().map(Rule::id).toList());
    }

    @Test
    void whatDoesNotMatterOrIsNotKnownWeighsNothing() {
        assertEquals(List.of(0L, 0L), appraisal("serverless", "serverless: no").points());
        assertEquals(List.of(0L, 0L), appraisal("serverless").points());
        assertFalse(appraisal("serverless", "serverless: no").counts());
        assertFalse(appraisal("serverless").counts());
        assertEquals(
                List.of(500L, 250L),
                appraisal("private-infrastructure", "private-infrastructure: must")
                        .points());
        assertEquals(
                List.of(50L, 100L),
                appraisal("public-https-operated", "operates-public-https: true")
                        .points());
    }

    private static CriterionResult appraisal(String criterion, String... answers) {
        return Evaluation.of(TRANSPORT, Tables.answers(TRANSPORT, answers)).appraisals().stream()
                .filter(row -> row.criterion().id().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static Recommendation recommend(String... answers) {
        return Recommendation.of(TRANSPORT, Tables.answers(TRANSPORT, answers));
    }
}
