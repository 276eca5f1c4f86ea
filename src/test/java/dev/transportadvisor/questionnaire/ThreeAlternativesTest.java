package dev.transportadvisor.questionnaire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.TableText;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.testing.Slow;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A large table of one's own is asked about as fast as a person reads. */
class ThreeAlternativesTest {

    private static final String[] FITS = {"yes", "partly", "no"};

    @Test
    @Slow
    void aQuestionTakesNoTime() {
        DecisionTable table = table(new Random(7)).read();
        asked(table, new Random(1));

        long start = System.nanoTime();
        int questions = asked(table, new Random(2)) + asked(table, new Random(3)) + asked(table, new Random(4));
        long each = TimeUnit.NANOSECONDS.toMillis((System.nanoTime() - start) / questions);

        assertTrue(each < 200, () -> each + " ms a question");
    }

    /** Fourteen criteria and twelve facts, of which rules, limits and conditional fits share some. */
    private static TableText table(Random random) {
        TableText text = TableText.between("walk", "cycle", "drive");
        for (int i = 0; i < 6; i++) {
            text.words("fact" + i, "x", "y", "z").number("size" + i, "1", true);
        }
        for (int i = 0; i < 8; i++) {
            String conditional = fit(random) + " where fact" + i % 3 + ": x is yes";
            text.need("wish" + i).criterion("wish" + i, fit(random), conditional, fit(random));
        }
        for (int i = 0; i < 6; i++) {
            text.criterion("space" + i, fit(random), fit(random), fit(random))
                    .rule("some" + i, "space" + i, "size" + i + ": '> 5' unless fact" + (i + 1) % 6 + ": y", "nice")
                    .rule("many" + i, "space" + i, "size" + i + ": '> 50'", "should");
        }
        return text.limit("hill", "cycle", "fact4: z")
                .limit("far", "walk", "size0: '> 100'", "fact5: y")
                .denial("no-car", "wish0", "fact3: z");
    }

    private static String fit(Random random) {
        return FITS[random.nextInt(FITS.length)];
    }

    private static int asked(DecisionTable table, Random random) {
        Interview interview = Interview.start(
                table,
                new BotRules(new BuiltinCommands(List.of())),
                new AnswersFile(new Bot("my-bot", ""), Answers.none(table)),
                false);
        Optional<Topic> next = interview.next();
        while (next.isPresent()) {
            interview = interview.answered(reply(next.get(), random));
            interview.interimResult().sentence();
            next = interview.next();
        }
        return Math.max(1, interview.questionsAsked());
    }

    private static String reply(Topic topic, Random random) {
        if (topic instanceof Topic.Question question) {
            List<String> numbers = List.of("1", "6", "51", "101");
            List<String> words = question.input().domain().allowed();
            return question.input().id().startsWith("size")
                    ? numbers.get(random.nextInt(numbers.size()))
                    : words.get(random.nextInt(words.size()));
        }
        return "my-bot";
    }
}
