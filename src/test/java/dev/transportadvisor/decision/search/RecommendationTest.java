package dev.transportadvisor.decision.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.evaluation.EvaluatorTest;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Gap;
import dev.transportadvisor.decision.table.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said beside the winner; the flips have {@link FlipFinderTest}. */
class RecommendationTest {

    private static final DecisionTable TRANSPORT = Tables.transport();

    @ParameterizedTest(name = "{0}: develop with {1}")
    @CsvSource({
        "serverless: must,            socket-mode",
        "marketplace-distribution: must, socket-mode",
        "no-public-endpoint: must,    socket-mode",
        "replicas: 40,                socket-mode",
        "outbound-websocket: blocked, events-api",
    })
    void developmentMayDifferUnlessWhatRulesItOutHoldsThereToo(String answer, String transport) {
        assertEquals(
                transport,
                recommend(answer).development().orElseThrow().alternative().id());
    }

    @Test
    void developmentIsWorthAWordOnlyWhereItDiffers() {
        assertEquals(
                Optional.of("socket-mode"),
                recommend("serverless: must")
                        .otherForDevelopment()
                        .map(preference -> preference.alternative().id()));
        assertEquals(Optional.empty(), recommend("no-public-endpoint: must").otherForDevelopment());
        assertEquals(Optional.empty(), recommend("outbound-websocket: blocked").otherForDevelopment());
    }

    @Test
    void aConflictHasNoDevelopmentTransportAndNoCautions() {
        Recommendation conflict = recommend("no-public-endpoint: must", "serverless: must");

        assertEquals(Optional.empty(), conflict.development());
        assertEquals(List.of(), conflict.cautions());
    }

    @Test
    void aConflictNamesTheConstraintsToGiveUpForEachTransport() {
        Recommendation conflict = recommend(
                "no-public-endpoint: must", "serverless: must", "replicas: 11", "private-infrastructure: must");

        assertEquals(
                List.of("socket-mode: horizontal-autoscaling, serverless", "events-api: no-public-endpoint"),
                conflict.relaxations().stream().map(RecommendationTest::show).toList());
        assertEquals(List.of(), recommend("serverless: must").relaxations());
    }

    private static String show(Relaxation relaxation) {
        return relaxation.alternative().id() + ": "
                + relaxation.giveUp().stream().map(Criterion::id).collect(Collectors.joining(", "));
    }

    @Test
    void givingUpTheConstraintsBringsTheTransportBackAndLessDoesNot() {
        String[] answers = {"no-public-endpoint: must", "serverless: must", "horizontal-autoscaling: must"};
        Answers given = Tables.answers(TRANSPORT, answers);
        Relaxation relaxation = recommend(answers).relaxations().get(0);

        Answers rest = given;
        for (Criterion criterion : relaxation.giveUp()) {
            assertEquals("conflict", EvaluatorTest.decide(TRANSPORT, rest));
            rest = rest.with(TRANSPORT.input(criterion.id()).orElseThrow(), Optional.of(new Value.Word("should")));
        }
        assertEquals("socket-mode by constraint", EvaluatorTest.decide(TRANSPORT, rest));
    }

    @Test
    void listsEachOpenQuestionAndWhetherItStillMatters() {
        List<Recommendation.OpenQuestion> open =
                recommend("marketplace-distribution: must").unanswered();

        assertEquals(TRANSPORT.inputs().size() - 1, open.size());
        assertEquals(
                Set.of("no-public-endpoint", "inbound-allowed"),
                open.stream()
                        .filter(Recommendation.OpenQuestion::canChangeOutcome)
                        .map(question -> question.input().id())
                        .collect(Collectors.toSet()));
    }

    @Test
    void onceAnAnswerBeatsTheFactTheFactIsNoOpenQuestionThatMatters() {
        List<Recommendation.OpenQuestion> open =
                recommend("no-public-endpoint: must").unanswered();

        assertFalse(open.stream()
                .filter(question -> question.input().id().equals("inbound-allowed"))
                .findFirst()
                .orElseThrow()
                .canChangeOutcome());
        assertTrue(open.stream()
                .filter(question -> question.input().id().equals("replicas"))
                .findFirst()
                .orElseThrow()
                .canChangeOutcome());
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "serverless: must,            three-seconds retries-and-duplicates http-outage delivery-switched-off",
        "no-public-endpoint: must,    three-seconds retries-and-duplicates ten-connections socket-outage"
                + " delivery-switched-off",
        "handler-seconds: 3,          three-seconds retries-and-duplicates ten-connections socket-outage"
                + " delivery-switched-off",
        "handler-seconds: 3.1,        three-seconds slow-reply retries-and-duplicates ten-connections socket-outage"
                + " delivery-switched-off",
        "events-per-day: 30001,       three-seconds retries-and-duplicates ten-connections socket-outage"
                + " delivery-switched-off deliveries-an-hour",
        "distribution: unlisted,      three-seconds retries-and-duplicates http-outage delivery-switched-off"
                + " history-limits",
    })
    void warnsOfWhatConcernsTheTransportAndTheAnswers(String answer, String cautions) {
        assertEquals(
                cautions, recommend(answer).cautions().stream().map(Caution::id).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "workspaces: 1,                 ''",
        "workspaces: 3,                 install-flow",
        "distribution: unlisted,        install-flow",
        "replicas: 2,                   shared-event-store",
        "peak-events-per-second: 300,   shared-event-store",
        "marketplace-distribution: no,  ''",
        "must-not-miss-events: true,    delayed-events",
    })
    void saysWhatAScaffoldedBotDoesNotCarryYet(String answer, String gap) {
        List<String> gaps = recommend(answer).evaluation().gaps().stream().map(Gap::id).toList();
        assertEquals(gap.isEmpty() ? List.of() : List.of(gap), gaps);
    }

    private static Recommendation recommend(String... answers) {
        return Recommendation.of(TRANSPORT, Tables.answers(TRANSPORT, answers));
    }
}
