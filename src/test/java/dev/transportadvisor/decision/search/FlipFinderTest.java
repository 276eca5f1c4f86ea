package dev.transportadvisor.decision.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.AnswerSamples;
import dev.transportadvisor.decision.NaiveDecision;
import dev.transportadvisor.decision.RandomTable;
import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What would change a recommendation, compared with trying every change. */
class FlipFinderTest {

    private static final DecisionTable TRANSPORT = Tables.transport();
    private static final OutcomeSpace SPACE = new OutcomeSpace(TRANSPORT);

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatTryingEverythingFindsInTheRealTable(int seed) {
        assertFindsWhatTryingEverythingFinds(TRANSPORT, SPACE, new Random(seed), "");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsItInOtherTablesToo(int seed) {
        Random random = new Random(seed);
        TableText text = RandomTable.text(random);
        DecisionTable table = text.read();

        assertFindsWhatTryingEverythingFinds(table, new OutcomeSpace(table), random, text.toString());
    }

    private static void assertFindsWhatTryingEverythingFinds(
            DecisionTable table, OutcomeSpace space, Random random, String text) {
        Answers answers = AnswerSamples.of(table, random);
        List<InputClause> open = table.inputs().stream()
                .filter(input -> answers.value(input).isEmpty())
                .filter(space.after(answers)::canChange)
                .toList();
        Changes changes = Changes.of(new Evaluator(table), answers, open);

        assertEquals(alone(table, answers, open), shown(changes.findOut()), text);
        assertEquals(alone(table, answers, answered(table, answers, InputClause.Section.CONTEXT)),
                shown(changes.grow()), text);
        assertEquals(smallestSets(table, answers, answered(table, answers, InputClause.Section.NEEDS)),
                shown(changes.giveUp()), text);
        for (Flip flip : changes.giveUp()) {
            assertKeepsItsPromise(table, answers, flip);
        }
        changes.grow().forEach(flip -> assertKeepsItsPromise(table, answers, flip));
        changes.findOut().forEach(flip -> assertKeepsItsPromise(table, answers, flip));
    }

    private static void assertKeepsItsPromise(DecisionTable table, Answers answers, Flip flip) {
        Answers changed = answers;
        for (Flip.Change change : flip.changes()) {
            assertEquals(answers.value(change.input()), change.from());
            assertTrue(change.input().domain().parse(change.to().text()).isPresent(), "can be pasted");
            changed = changed.with(change.input(), Optional.of(change.to()));
        }
        assertEquals(
                flip.alternative().map(Alternative::id).orElse("conflict"),
                NaiveDecision.recommend(table, changed),
                () -> show(flip));
    }

    private static List<InputClause> answered(DecisionTable table, Answers answers, InputClause.Section section) {
        return table.inputs().stream()
                .filter(input -> input.section() == section && answers.value(input).isPresent())
                .toList();
    }

    private static Set<String> alone(DecisionTable table, Answers answers, List<InputClause> inputs) {
        return sets(table, answers, inputs, 1, outcome -> !outcome.equals("not needed"));
    }

    /** Tries every change of one answer, then of two, then of three, until a size flips the outcome. */
    private static Set<String> smallestSets(DecisionTable table, Answers answers, List<InputClause> inputs) {
        for (int size = 1; size <= 3; size++) {
            Set<String> found = sets(
                    table,
                    answers,
                    inputs,
                    size,
                    outcome -> !outcome.equals("not needed") && !outcome.equals("conflict"));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static Set<String> sets(
            DecisionTable table, Answers answers, List<InputClause> inputs, int size, Predicate<String> filter) {
        String present = NaiveDecision.recommend(table, answers);
        Set<String> found = new TreeSet<>();
        for (List<InputClause> chosen : choices(inputs, size)) {
            for (Answers changed : changed(table, answers, chosen)) {
                String outcome = NaiveDecision.recommend(table, changed);
                if (!outcome.equals(present) && filter.test(outcome)) {
                    found.add(outcome + " " + chosen);
                }
            }
        }
        return found;
    }

    private static List<List<InputClause>> choices(List<InputClause> inputs, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<InputClause>> choices = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            for (List<InputClause> rest : choices(inputs.subList(i + 1, inputs.size()), size - 1)) {
                List<InputClause> choice = new ArrayList<>(List.of(inputs.get(i)));
                choice.addAll(rest);
                choices.add(choice);
            }
        }
        return choices;
    }

    private static List<Answers> changed(DecisionTable table, Answers answers, List<InputClause> inputs) {
        List<Answers> all = List.of(answers);
        for (InputClause input : inputs) {
            List<Answers> more = new ArrayList<>();
            for (Value value : AnswerSamples.candidates(table, input)) {
                if (!answers.value(input).equals(Optional.of(value))) {
                    all.forEach(each -> more.add(each.with(input, Optional.of(value))));
                }
            }
            all = more;
        }
        return all;
    }

    private static Set<String> shown(List<Flip> flips) {
        Set<String> shown = new TreeSet<>();
        for (Flip flip : flips) {
            assertTrue(
                    shown.add(flip.alternative().map(Alternative::id).orElse("conflict") + " "
                            + flip.changes().stream().map(Flip.Change::input).toList()),
                    "twice");
        }
        return shown;
    }

    /** A bot of one team, near to walls of all kinds. */
    private static final DecisionTable TABLE = TableText.between("left", "right")
            .need("near")
            .need("quiet")
            .number("people", "1", true)
            .words("door", "open", "shut")
            .criterion("near", "yes", "no")
            .criterion("quiet", "partly", "yes")
            .criterion("space", "no", "yes")
            .rule("some", "space", "people: '> 5'", "nice")
            .limit("crowd", "left", "people: '> 50'")
            .limit("closed", "right", "door: shut")
            .read();

    @ParameterizedTest(name = "{0}: find out {1}, give up {2}, grow {3}")
    @CsvSource({
        "near: should;quiet: no;door: open, right: people unknown -> 51,"
                + " 'right: near should -> nice, quiet no -> should', ''",
        "near: nice;people: 6;door: open, right: quiet unknown -> nice, right: near nice -> no,"
                + " right: people 6 -> 51",
        "quiet: nice;near: should;people: 51, conflict: door unknown -> shut, '', left: people 51 -> 50",
        "near: must;quiet: no;people: 60;door: shut, '',                  '',                       "
                + "'left: people 60 -> 50'",
        "near: no;quiet: no;door: shut;people: 60, '',                    '',                       "
                + "'left: people 60 -> 50;right: door shut -> open'",
    })
    void tellsThreeKindsOfChanges(String answers, String findOut, String giveUp, String grow) {
        Changes changes = Recommendation.of(TABLE, Tables.answers(TABLE, answers.split(";"))).changes();

        assertEquals(findOut, lines(changes.findOut()));
        assertEquals(giveUp, lines(changes.giveUp()));
        assertEquals(grow, lines(changes.grow()));
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

        assertEquals("right: size 1 -> 51", grow(table, "size: 1"));
        assertEquals("left: size 900 -> 50", grow(table, "size: 900"));
    }

    private static String grow(DecisionTable table, String answer) {
        return lines(Recommendation.of(table, Tables.answers(table, answer))
                .changes()
                .grow());
    }

    @Test
    void aFlipThatNeedsFourChangesIsNoneAnyMore() {
        TableText text = TableText.between("left", "right");
        for (String wish : List.of("a", "b", "c", "d")) {
            text.need(wish).criterion(wish, "yes", "no");
        }
        DecisionTable table = text.need("e").criterion("e", "no", "yes").read();

        assertEquals(
                "", lines(giveUp(table, "a: must", "b: must", "c: must", "d: must", "e: no")));
        assertEquals(
                "right: b must -> should, c must -> should, e no -> must",
                lines(giveUp(table, "b: must", "c: must", "e: no")));
    }

    private static List<Flip> giveUp(DecisionTable table, String... answers) {
        return Recommendation.of(table, Tables.answers(table, answers)).changes().giveUp();
    }

    private static String lines(List<Flip> flips) {
        return flips.stream().map(FlipFinderTest::show).collect(Collectors.joining(";"));
    }

    private static String show(Flip flip) {
        return flip.alternative().map(Alternative::id).orElse("conflict") + ": "
                + flip.changes().stream()
                        .map(change -> change.input() + " "
                                + change.from().map(Value::text).orElse("unknown") + " -> "
                                + change.to().text())
                        .collect(Collectors.joining(", "));
    }
}
