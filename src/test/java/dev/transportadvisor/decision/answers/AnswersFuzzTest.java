package dev.transportadvisor.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.decision.AnswerSamples;
import dev.transportadvisor.decision.Tables;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.HostileBytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as answers; what is accepted is decided on, and edited as an interview would. */
class AnswersFuzzTest {

    private static final DecisionTable TABLE = Tables.transport();
    private static final AnswersReader READER = new AnswersReader(TABLE, Tables.builtinCommands());

    static Stream<byte[]> seeds() throws IOException {
        return HostileBytes.filesIn("samples");
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "answers.yaml", AnswersFuzzTest::decideAndEdit);
    }

    private static void decideAndEdit(SourceFile file) {
        AnswersFile before = READER.read(file);
        Recommendation.of(TABLE, before.answers());
        AnswersText text = AnswersText.of(file);
        for (InputClause input : TABLE.inputs()) {
            Optional<Value> value = Optional.of(AnswerSamples.candidates(TABLE, input).get(0));
            AnswersFile after = read(text.with(input, value));
            assertEquals(before.bot(), after.bot());
            assertEquals(values(before.answers().with(input, value)), values(after.answers()));
        }
        assertEquals("# \"it\"", read(text.withSummary("# \"it\"")).bot().summary());
    }

    private static AnswersFile read(AnswersText text) {
        return READER.read(new SourceFile("answers.yaml", text.text()));
    }

    private static List<Optional<Value>> values(Answers answers) {
        return TABLE.inputs().stream().map(answers::value).toList();
    }
}
