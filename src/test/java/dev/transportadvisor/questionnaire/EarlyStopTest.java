package dev.transportadvisor.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.OutcomeSpace;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.decision.table.Rule;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.testing.Slow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whenever an interview says that it is decided, no way of answering the rest leads elsewhere. */
@Slow
class EarlyStopTest {

    private static final DecisionTable TABLE = Tables.transport();
    private static final List<InputClause> NEEDS = TABLE.inputs().stream()
            .filter(input -> input.section() == InputClause.Section.NEEDS)
            .toList();
    private static final int ANSWERS_TO_A_NEED = 5;

    /** Facts of which no limit comes, so that the needs decide. */
    private static final Answers OPEN_NETWORK = Tables.answers(
            TABLE,
            "receives: events",
            "platform: virtual-machine",
            "replicas: 2",
            "inbound-allowed: true",
            "outbound-websocket: allowed",
            "distribution: internal");

    /** Facts that take no need its weight, and change no fit. */
    private static final Answers NOTHING_DENIED = Tables.answers(
            TABLE, "receives: events", "distribution: marketplace", "replicas: 11", "hosting: scale-to-zero");

    private final Random random = new Random(20261124);

    /** All 15,625 ways of answering the six needs, each with random ways of answering what is open. */
    @Test
    void holdsForEveryAnswerToTheNeedsWhateverTheContextIs() {
        QuestionOrder order = new QuestionOrder(TABLE);
        Evaluator evaluator = new Evaluator(TABLE);
        int decided = 0;
        for (int state = 0; state < states(); state++) {
            Answers given = needs(state, OPEN_NETWORK);
            if (order.after(given).isDecided()) {
                decided++;
                Optional<Alternative> expected = evaluator.outcome(given).recommended();
                for (int i = 0; i < 100; i++) {
                    assertEquals(expected, evaluator.outcome(completed(given)).recommended(), "needs " + state);
                }
            }
        }
        assertTrue(decided > 1_000, "decided: " + decided);
    }

    /** Without the rules on facts the needs are all there is, so every state can be compared with its completions. */
    @Test
    void isExactWhereEverythingCanBeTried() {
        DecisionTable needsOnly = TABLE;
        for (Limit limit : TABLE.limits()) {
            needsOnly = needsOnly.without(limit);
        }
        for (Rule rule : TABLE.rules()) {
            needsOnly = rule instanceof Rule.Derived ? needsOnly.without(rule) : needsOnly;
        }
        OutcomeSpace space = new OutcomeSpace(needsOnly);
        Evaluator evaluator = new Evaluator(needsOnly);
        List<Set<Optional<Alternative>>> tried = new ArrayList<>();
        for (int state = 0; state < states(); state++) {
            tried.add(new HashSet<>(Set.of(evaluator.outcome(needs(state, NOTHING_DENIED)).recommended())));
        }
        // Digit 4 is "open" and the largest, so what a state becomes when a digit is answered stands in front of it.
        for (int state = 0; state < states(); state++) {
            for (int digit = 1; digit < states(); digit *= ANSWERS_TO_A_NEED) {
                for (int less = 1; state / digit % ANSWERS_TO_A_NEED == 4 && less <= 4; less++) {
                    tried.get(state).addAll(tried.get(state - less * digit));
                }
            }
            assertEquals(tried.get(state), reachable(space, needs(state, NOTHING_DENIED)), "needs " + state);
        }
    }

    /** Interviews with random answers to whatever is asked, needs and context alike. */
    @Test
    void holdsAtTheEndOfRandomInterviews() {
        Evaluator evaluator = new Evaluator(TABLE);
        OutcomeSpace space = new OutcomeSpace(TABLE);
        int decided = 0;
        for (int i = 0; i < 200; i++) {
            Interview interview = played();
            Answers given = interview.known().answers();
            assertEquals(interview.isDecided(), space.after(given).isDecided());
            for (int j = 0; j < 100 && interview.isDecided(); j++) {
                assertEquals(
                        evaluator.outcome(given).recommended(),
                        evaluator.outcome(completed(given)).recommended());
            }
            decided += interview.isDecided() ? 1 : 0;
        }
        assertTrue(decided > 50 && decided < 200, "decided: " + decided);
    }

    @Test
    void asksOnlyWhatCanStillChangeTheOutcome() {
        OutcomeSpace space = new OutcomeSpace(TABLE);
        Interview interview = start(false);
        while (interview.next().isPresent()) {
            if (interview.next().get() instanceof Topic.Question question) {
                assertTrue(space.after(interview.known().answers()).canChange(question.input()), question.key());
            }
            interview = interview.answered(randomAnswer(interview.next().get()));
        }
        for (InputClause input : TABLE.inputs()) {
            boolean open = interview.known().answers().value(input).isEmpty();
            assertFalse(
                    open
                            && interview.isDecided()
                            && space.after(interview.known().answers()).canChange(input),
                    input.id());
        }
    }

    private static Set<Optional<Alternative>> reachable(OutcomeSpace space, Answers answers) {
        return space.after(answers).reachable().stream().map(Outcome::recommended).collect(Collectors.toSet());
    }

    private Interview played() {
        Interview interview = start(false);
        while (interview.next().isPresent()) {
            interview = interview.answered(randomAnswer(interview.next().get()));
        }
        return interview;
    }

    private static Interview start(boolean all) {
        return Interview.start(
                TABLE,
                new BotRules(new BuiltinCommands(List.of())),
                new AnswersFile(new Bot("my-bot", ""), Answers.none(TABLE)),
                all);
    }

    private String randomAnswer(Topic topic) {
        if (topic instanceof Topic.Question question) {
            return randomValue(question.input()).map(Value::text).orElse("unknown");
        }
        return "my-bot";
    }

    private Answers completed(Answers given) {
        Answers answers = given;
        for (InputClause input : TABLE.inputs()) {
            // Nobody answers otherwise what follows from another answer.
            boolean isKnown = given.value(input).isPresent()
                    || TABLE.implication(input, answers).isPresent();
            answers = isKnown ? answers : answers.with(input, randomValue(input));
        }
        return answers;
    }

    /** Any answer, now and then none; numbers lie around the thresholds of the table. */
    private Optional<Value> randomValue(InputClause input) {
        if (random.nextInt(6) == 0) {
            return Optional.empty();
        }
        List<String> texts = input.domain() instanceof Domain.Words words
                ? words.allowed()
                : List.of("1", "5", "6", "10", "11", "50", "51", "100", "101", "5000");
        return input.domain().parse(texts.get(random.nextInt(texts.size())));
    }

    private static int states() {
        return (int) Math.pow(ANSWERS_TO_A_NEED, NEEDS.size());
    }

    /** The number's digits to the base of five are the answers; the last of the five is none. */
    private static Answers needs(int state, Answers facts) {
        Answers answers = facts;
        int digits = state;
        for (InputClause need : NEEDS) {
            List<String> words = need.domain().allowed();
            int digit = digits % ANSWERS_TO_A_NEED;
            answers = answers.with(
                    need, digit == 4 ? Optional.empty() : need.domain().parse(words.get(digit)));
            digits /= ANSWERS_TO_A_NEED;
        }
        return answers;
    }
}
