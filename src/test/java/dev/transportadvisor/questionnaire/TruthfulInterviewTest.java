package dev.transportadvisor.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.testing.Slow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody who answers truly is led to what is right in their world, by few questions. */
class TruthfulInterviewTest {

    private static final int WORLDS = 10_000;

    private static final DecisionTable TABLE = Tables.transport();

    /** @param limited whether a limit holds in the world, or nothing is needed */
    private record Ending(boolean limited, int questions) {}

    @Test
    @Slow
    void endsInWhatTheWholeTruthLeadsToAfterFewQuestions() {
        List<Ending> endings = IntStream.range(0, WORLDS)
                .parallel()
                .mapToObj(seed -> interviewed(World.random(TABLE, new Random(seed))))
                .toList();

        double limited = average(endings, true);
        double others = average(endings, false);
        System.out.printf(
                Locale.ROOT,
                "Questions asked on average: %.2f where a limit decides, %.2f elsewhere (%d worlds)%n",
                limited,
                others,
                WORLDS);
        assertTrue(limited <= 6, "where a limit decides: " + limited);
        assertTrue(others <= 9, "elsewhere: " + others);
    }

    private static double average(List<Ending> endings, boolean limited) {
        return endings.stream()
                .filter(ending -> ending.limited == limited)
                .mapToInt(Ending::questions)
                .average()
                .orElseThrow();
    }

    private static final Interview START = Interview.start(
            TABLE,
            new BotRules(new BuiltinCommands(List.of())),
            new AnswersFile(new Bot("my-bot", ""), Answers.none(TABLE)),
            false);

    /** Interviews that have begun alike go on from where they are; by what has been answered. */
    private static final Map<String, Interview> BEGUN = new ConcurrentHashMap<>();

    private static Ending interviewed(Answers world) {
        Interview interview = START;
        String path = "";
        while (interview.next().isPresent()) {
            Interview now = interview;
            String answer = interview.next().get() instanceof Topic.Question question
                    ? world.value(question.input()).map(Value::text).orElseThrow()
                    : "my-bot";
            path += answer + " ";
            interview = BEGUN.computeIfAbsent(path, any -> now.answered(answer));
        }
        Evaluation whole = Evaluation.of(TABLE, world);
        Evaluation told = Evaluation.of(TABLE, interview.known().answers());
        assertFalse(told.outcome().differsFrom(whole.outcome()), () -> "in the world of " + whole.fired());
        for (Alternative recommended : told.outcome().recommended().stream().toList()) {
            assertEquals(List.of(), whole.exclusions(recommended), "excluded in the world");
        }
        boolean limited = !whole.limits().isEmpty() || whole.outcome() instanceof Outcome.NotNeeded;
        return new Ending(limited, interview.questionsAsked());
    }
}
