package dev.transportadvisor.decision.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.AnswerSamples;
import dev.transportadvisor.decision.NaiveDecision;
import dev.transportadvisor.decision.RandomTable;
import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Confidence;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Limit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said beside the winner; the changes have {@link FlipFinderTest}. */
class RecommendationTest {

    private static final TableText TEXT = TableText.between("left", "right")
            .need("near")
            .need("quiet")
            .number("people", "1", true)
            .words("door", "open", "shut")
            .words("state", "here", "abroad")
            .criterion("near", "yes", "no")
            .criterion("quiet", "no", "yes")
            .limit("crowd", "left", "people: '> 50'")
            .limit("closed", "right", "door: shut")
            .caution("general", "people: '> 0'", "alternative: left")
            .caution("abroad", "state: abroad", "confidence: lean");
    private static final DecisionTable TABLE = TEXT.read();

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'',                                              DEFAULT",
        "'near: no;quiet: no;people: 1;door: open',       DEFAULT",
        // by score: more than two points ahead, and nothing open can exclude the winner
        "'near: should;people: 1',                        STRONG",
        "'near: should',                                  LEAN",
        "'near: nice;people: 1',                          LEAN",
        "'near: should;quiet: nice;people: 1',            LEAN",
        "'near: should;people: 1;state: abroad',          LEAN",
        // by constraint: open answers can end it, or turn it, or neither
        "'near: must',                                    STRONG",
        "'near: must;people: 1;quiet: nice',              CERTAIN",
        "'near: must;people: 1;quiet: nice;state: abroad',LEAN",
        "'door: shut',                                    STRONG",
        "'door: shut;people: 1;quiet: no',                CERTAIN",
        "'door: shut;people: 51',                         ",
    })
    void saysHowSureItIs(String answers, Confidence confidence) {
        assertEquals(Optional.ofNullable(confidence), recommend(answers.split(";")).confidence());
    }

    /** By trying all ways of filling in what is open, on tables small enough for that. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isAsSureAsItsDefinitionSays(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);
        DecisionTable table = text.read();
        Answers answers = OutcomeSpaceTest.someGiven(table, random);

        assertEquals(
                expected(table, answers),
                Recommendation.of(table, answers).confidence().map(Confidence::word).orElse(""),
                text::toString);
    }

    private static String expected(DecisionTable table, Answers answers) {
        String[] decided = NaiveDecision.decide(table, answers).split(" by ");
        if (decided.length == 1) {
            return "";
        }
        Set<String> reached = OutcomeSpaceTest.reached(table, table.inputs(), answers);
        return switch (decided[1]) {
            case "default" -> "default";
            case "constraint" ->
                reached.size() == 1
                        ? "certain"
                        : Set.of(decided[0], "conflict", "not needed").containsAll(reached) ? "strong" : "lean";
            default -> isFarAhead(table, answers) && !canBeExcluded(table, answers, decided[0]) ? "strong" : "lean";
        };
    }

    /** The weights are 5, 3, 1 and 0, so the largest gap between neighbours is 2. */
    private static boolean isFarAhead(DecisionTable table, Answers answers) {
        return Recommendation.of(table, answers).evaluation().lead().orElseThrow() > 200;
    }

    private static boolean canBeExcluded(DecisionTable table, Answers answers, String winner) {
        return table.limits().stream()
                .filter(limit -> limit.excludes().contains(table.alternative(winner).orElseThrow()))
                .anyMatch(limit -> limit.cases().stream().anyMatch(guard -> guard.all().stream()
                        .allMatch(condition -> isOpenOrHolds(condition, table, answers))));
    }

    private static boolean isOpenOrHolds(Condition condition, DecisionTable table, Answers answers) {
        return NaiveDecision.isOpen(table, answers, condition.input())
                || condition.holds(table.completed(answers));
    }

    @Test
    void isSettledOnlyWhenItIsSureAndNothingContradictsIt() {
        DecisionTable table = Tables.table(TableText.between("left", "right")
                .need("near")
                .words("door", "open", "shut")
                .criterion("near", "yes", "no")
                .limit("closed", "right", "door: shut")
                .contradiction("no-way-in", "near: no, door: shut")
                .toString());

        assertTrue(Recommendation.of(table, Tables.answers(table, "near: nice", "door: shut")).isSettled());
        assertFalse(Recommendation.of(table, Tables.answers(table, "near: no", "door: shut")).isSettled());
        assertFalse(Recommendation.of(table, Tables.answers(table, "near: nice")).isSettled());
        assertFalse(Recommendation.of(table, Answers.none(table)).isSettled());
    }

    @Test
    void aConflictNamesTheWishesToGiveUpAndTheLimitsToLift() {
        Recommendation conflict = recommend("near: must", "quiet: must", "people: 51");

        assertEquals(
                List.of("left: give up [quiet], lift [crowd]", "right: give up [near], lift []"),
                conflict.relaxations().stream().map(RecommendationTest::show).toList());
        assertEquals(List.of(), recommend("near: must").relaxations());
        assertEquals(Optional.empty(), conflict.development());
        assertEquals(List.of(), conflict.cautions());
    }

    private static String show(Relaxation relaxation) {
        return relaxation.alternative().id() + ": give up "
                + relaxation.giveUp().stream().map(Criterion::id).toList() + ", lift "
                + relaxation.lift().stream().map(Limit::id).toList();
    }

    /** The first sentence of a promise: nothing less than what is named does. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNamedIsAllThatExcludes(int seed) {
        Random random = new Random(seed);
        DecisionTable table = RandomTable.text(random).read();
        Recommendation recommendation =
                Recommendation.of(table, AnswerSamples.of(table, random));
        for (Relaxation relaxation : recommendation.relaxations()) {
            assertTrue(relaxation.giveUp().size() + relaxation.lift().size() > 0);
            DecisionTable lifted = table;
            for (Limit limit : relaxation.lift()) {
                lifted = lifted.without(limit);
            }
            assertEquals(
                    relaxation.giveUp().stream().map(Criterion::id).toList(),
                    Recommendation.of(lifted, recommendation.evaluation().answers())
                            .evaluation()
                            .exclusions(relaxation.alternative())
                            .stream()
                            .map(exclusion -> exclusion.id())
                            .toList());
        }
    }

    @Test
    void listsEachOpenQuestionAndWhetherItStillMatters() {
        assertEquals(
                List.of("quiet true", "people true", "door false", "state false"),
                recommend("near: must").unanswered().stream()
                        .map(question -> question.input() + " " + question.canChangeOutcome())
                        .toList());
    }

    @Test
    void saysOfAnOpenQuestionWhatItsAnswerFollowsFrom() {
        DecisionTable table = TableText.between("left", "right")
                .words("house", "old", "new")
                .words("lift", "there", "missing")
                .implication("lift", "house: old", "missing")
                .criterion("floor", "yes", "yes")
                .limit("stairs", "left", "lift: missing")
                .read();
        Recommendation.OpenQuestion lift = Recommendation.of(table, Tables.answers(table, "house: old"))
                .unanswered()
                .get(0);

        assertFalse(lift.canChangeOutcome());
        assertEquals(
                Optional.of("missing"), lift.follows().map(row -> row.answer().text()));
    }

    @Test
    void whatTheseAnswersBringUpIsSaidFirst() {
        assertEquals("abroad", cautions("near: nice", "state: abroad"));
        assertEquals("general abroad", cautions("near: nice", "people: 2", "state: abroad"));
        assertEquals("", cautions("quiet: nice", "people: 2"));
    }

    private static String cautions(String... answers) {
        return recommend(answers).cautions().stream().map(Caution::id).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}: develop with {1}")
    @CsvSource({"near: must, left", "quiet: must, left", "door: shut, left", "people: 51, right"})
    void developmentMayDifferUnlessWhatRulesItOutHoldsThereToo(String answer, String alternative) {
        DecisionTable table = Tables.table(TEXT.toString()
                .replace("{id: crowd, ", "{id: crowd, binds-development: true, "));

        assertEquals(
                Optional.of(alternative),
                Recommendation.of(table, Tables.answers(table, answer))
                        .development()
                        .map(preference -> preference.alternative().id()));
    }

    @Test
    void developmentMayBeSaidForEachAlternative() {
        DecisionTable table = Tables.table(TEXT.toString()
                .replaceFirst(
                        "(development: .*)}",
                        "$1, beside: [{deployed: right, alternative: right, because: It is., source: 'x'}]}"));

        assertEquals("left", develop(table, "near: must"));
        assertEquals("right", develop(table, "quiet: must"));
    }

    private static String develop(DecisionTable table, String answer) {
        return Recommendation.of(table, Tables.answers(table, answer))
                .development()
                .map(preference -> preference.alternative())
                .map(Alternative::id)
                .orElseThrow();
    }

    private static Recommendation recommend(String... answers) {
        return Recommendation.of(TABLE, Tables.answers(TABLE, answers));
    }
}
