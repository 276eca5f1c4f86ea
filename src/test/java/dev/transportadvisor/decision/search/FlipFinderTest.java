package dev.transportadvisor.decision.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.AnswerSamples;
import dev.transportadvisor.decision.RandomTable;
import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlipFinderTest {

    private static final DecisionTable TRANSPORT = Tables.transport();
    private static final Evaluator EVALUATOR = new Evaluator(TRANSPORT);

    /** Seeds of random answers; two of three questions are answered. */
    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFlipKeepsItsPromise(int seed) {
        Answers answers = AnswerSamples.of(TRANSPORT, new Random(seed));
        Optional<Alternative> present = recommended(answers);

        for (Flip flip : flips(TRANSPORT, answers)) {
            assertNotEquals(present, Optional.of(flip.alternative()));
            assertEquals(Optional.of(flip.alternative()), recommended(applied(answers, flip)), () -> show(flip));
            for (Flip.Change change : flip.changes()) {
                assertEquals(answers.value(change.input()), change.from(), () -> show(flip));
                assertNotEquals(change.from(), Optional.of(change.to()), () -> show(flip));
                assertEquals(
                        Optional.of(change.to()),
                        change.input().domain().parse(change.to().text()),
                        "can be pasted");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheSetsThatTryingEverythingFinds(int seed) {
        assertFindsWhatTryingEverythingFinds(TRANSPORT, new Random(seed), "");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsThemInOtherTablesToo(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);

        assertFindsWhatTryingEverythingFinds(text.read(), random, text.toString());
    }

    private static void assertFindsWhatTryingEverythingFinds(DecisionTable table, Random random, String text) {
        Answers answers = AnswerSamples.of(table, random);
        Set<String> found = new TreeSet<>();
        for (Flip flip : flips(table, answers)) {
            assertTrue(
                    found.add(name(
                            flip.alternative(),
                            flip.changes().stream().map(Flip.Change::input).toList())),
                    "twice");
        }

        assertEquals(smallestSets(table, answers), found, text);
    }

    /** Any milder change in one place, the others being as the flip says, must not do. */
    @ParameterizedTest
    @MethodSource("seeds")
    void changesNoMoreThanItTakes(int seed) {
        Answers answers = AnswerSamples.of(TRANSPORT, new Random(seed));

        for (Flip flip : flips(TRANSPORT, answers)) {
            for (Flip.Change change : flip.changes()) {
                for (Value milder : milder(answers, change)) {
                    Answers changed = applied(answers, flip).with(change.input(), Optional.of(milder));
                    assertNotEquals(
                            Optional.of(flip.alternative()),
                            recommended(changed),
                            () -> show(flip) + ", but " + milder + " would do");
                }
            }
        }
    }

    private static List<Value> milder(Answers answers, Flip.Change change) {
        List<Value> candidates = AnswerSamples.candidates(TRANSPORT, change.input());
        if (change.input().section() == InputClause.Section.NEEDS) {
            int present = importance(answers, change.input()).ordinal();
            int to = Importance.of(change.to().text()).orElseThrow().ordinal();
            return candidates.stream()
                    .filter(value -> Math.abs(ordinal(value) - present) < Math.abs(to - present))
                    .toList();
        }
        return change.from().orElse(null) instanceof Value.Quantity from
                ? candidates.stream()
                        .filter(value -> distance(from, value).compareTo(distance(from, change.to())) < 0)
                        .filter(value -> ((Value.Quantity) value)
                                        .number()
                                        .remainder(BigDecimal.ONE)
                                        .signum()
                                == 0)
                        .toList()
                : List.of();
    }

    private static int ordinal(Value value) {
        return Importance.of(value.text()).orElseThrow().ordinal();
    }

    private static BigDecimal distance(Value.Quantity from, Value to) {
        return ((Value.Quantity) to).number().subtract(from.number()).abs();
    }

    /** Where a need stands now: as answered, as derived from facts, or as no need at all. */
    private static Importance importance(Answers answers, InputClause need) {
        return Evaluation.of(TRANSPORT, answers).appraisals().stream()
                .filter(row -> row.criterion().id().equals(need.id()))
                .map(CriterionResult::importance)
                .map(importance -> importance == Importance.UNKNOWN ? Importance.NO : importance)
                .findFirst()
                .orElseThrow();
    }

    /** Tries every change of one answer, then of two, then of three, until a size flips the outcome. */
    private static Set<String> smallestSets(DecisionTable table, Answers answers) {
        Evaluator evaluator = new Evaluator(table);
        Optional<Alternative> present = evaluator.outcome(answers).recommended();
        for (int size = 1; size <= 3; size++) {
            Set<String> found = new TreeSet<>();
            forEachChange(table, size, 0, answers, List.of(), (changed, inputs) -> evaluator
                    .outcome(changed)
                    .recommended()
                    .filter(other -> !present.equals(Optional.of(other)))
                    .ifPresent(other -> found.add(name(other, inputs))));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static void forEachChange(
            DecisionTable table,
            int size,
            int first,
            Answers changed,
            List<InputClause> inputs,
            BiConsumer<Answers, List<InputClause>> action) {
        if (size == 0) {
            action.accept(changed, inputs);
            return;
        }
        for (InputClause input : table.inputs().subList(first, table.inputs().size())) {
            List<InputClause> more = new ArrayList<>(inputs);
            more.add(input);
            for (Value value : AnswerSamples.candidates(table, input)) {
                if (!changed.value(input).equals(Optional.of(value))) {
                    forEachChange(
                            table, size - 1, input.index() + 1, changed.with(input, Optional.of(value)), more, action);
                }
            }
        }
    }

    private static String name(Alternative alternative, List<InputClause> inputs) {
        return alternative.id() + " " + inputs;
    }

    @ParameterizedTest(name = "{0} flips by {1}")
    @CsvSource({
        "workspaces: 5,                events-api: workspaces 5 -> 6",
        "workspaces: 6,                socket-mode: workspaces 6 -> 5",
        "workspaces: 400,              socket-mode: workspaces 400 -> 5",
        "replicas: 1,                  events-api: replicas 1 -> 11",
        "replicas: 10,                 events-api: replicas 10 -> 11",
        "replicas: 40,                 socket-mode: replicas 40 -> 10",
        "peak-events-per-second: 100,  events-api: peak-events-per-second 100 -> 101",
        "peak-events-per-second: 100.5,socket-mode: peak-events-per-second 100.5 -> 100",
        "private-infrastructure: nice, events-api: workspaces unknown -> 6",
    })
    void numbersChangeToTheValueBesideTheThreshold(String answer, String flip) {
        assertTrue(shown(answer).contains(flip), () -> shown(answer).toString());
    }

    @Test
    void fiftyOneWorkspacesWeighMoreThanFifty() {
        String[] wishes = {"no-public-endpoint: nice", "private-infrastructure: nice", "fast-local-development: nice"};

        assertTrue(
                shown(wishes[0], wishes[1], wishes[2], "workspaces: 50").contains("events-api: workspaces 50 -> 51"));
        assertTrue(
                shown(wishes[0], wishes[1], wishes[2], "workspaces: 51").contains("socket-mode: workspaces 51 -> 50"));
    }

    @Test
    void inAConflictEachConstraintThatStandsAloneCanGiveWay() {
        assertEquals(
                List.of("events-api: no-public-endpoint must -> should", "socket-mode: serverless must -> should"),
                shown("no-public-endpoint: must", "serverless: must"));
    }

    @Test
    void whatFactsDeriveCanBeAnsweredOrTheFactsChanged() {
        assertEquals(
                List.of(
                        "events-api: no-public-endpoint unknown -> should",
                        "socket-mode: serverless unknown -> should",
                        "socket-mode: hosting scale-to-zero -> long-running",
                        "events-api: inbound-allowed false -> true"),
                shown("inbound-allowed: false", "hosting: scale-to-zero"));
    }

    @Test
    void theNearestFlipComesFirstThenTheOrderOfTheQuestions() {
        assertEquals(
                List.of(
                        "events-api: distribution unknown -> marketplace",
                        "events-api: replicas unknown -> 11",
                        "events-api: hosting unknown -> scale-to-zero",
                        "events-api: outbound-websocket unknown -> blocked",
                        "events-api: horizontal-autoscaling unknown -> must",
                        "events-api: marketplace-distribution unknown -> must",
                        "events-api: serverless unknown -> must"),
                shown("no-public-endpoint: should", "private-infrastructure: nice"));
    }

    @Test
    void theNearestThresholdCountsWhateverTheOrderOfTheRules() {
        DecisionTable table = TableText.between("left", "right")
                .number("size", "1", true)
                .criterion("space", "no", "yes")
                .rule("huge", "space", "size: '> 500'", "must")
                .rule("large", "space", "size: '> 50'", "must")
                .rule("middling", "space", "size: '> 5'", "no")
                .read();

        assertEquals(
                List.of("right: size 1 -> 51"),
                flips(table, Tables.answers(table, "size: 1")).stream()
                        .map(FlipFinderTest::show)
                        .toList());
        assertEquals(
                List.of("left: size 900 -> 50"),
                flips(table, Tables.answers(table, "size: 900")).stream()
                        .map(FlipFinderTest::show)
                        .toList());
    }

    @Test
    void aFlipThatNeedsFourChangesIsNoneAnyMore() {
        TableText text = TableText.between("left", "right")
                .need("a")
                .need("b")
                .need("c")
                .need("d")
                .criterion("a", "yes", "no")
                .criterion("b", "yes", "no")
                .criterion("c", "yes", "no")
                .criterion("d", "yes", "no");
        text.need("e").criterion("e", "no", "yes");
        DecisionTable table = text.read();

        assertEquals(List.of(), flips(table, Tables.answers(table, "a: must", "b: must", "c: must", "d: must")));
        assertEquals(
                List.of("right: b must -> should, c must -> should, e no -> must"),
                flips(table, Tables.answers(table, "b: must", "c: must", "e: no")).stream()
                        .map(FlipFinderTest::show)
                        .toList());
    }

    private static List<String> shown(String... answers) {
        return flips(TRANSPORT, Tables.answers(TRANSPORT, answers)).stream()
                .map(FlipFinderTest::show)
                .toList();
    }

    static List<Flip> flips(DecisionTable table, Answers answers) {
        return Recommendation.of(table, answers).flips();
    }

    private static Optional<Alternative> recommended(Answers answers) {
        return EVALUATOR.outcome(answers).recommended();
    }

    private static Answers applied(Answers answers, Flip flip) {
        Answers changed = answers;
        for (Flip.Change change : flip.changes()) {
            changed = changed.with(change.input(), Optional.of(change.to()));
        }
        return changed;
    }

    /** Such as {@code events-api: workspaces 5 -> 6, serverless unknown -> nice}. */
    static String show(Flip flip) {
        return flip.alternative().id() + ": "
                + flip.changes().stream()
                        .map(change -> change.input() + " "
                                + change.from().map(Value::text).orElse("unknown") + " -> "
                                + change.to().text())
                        .collect(Collectors.joining(", "));
    }
}
