package dev.transportadvisor.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.SmallTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that can only mean one of the answers, as a table says. */
class SynonymsTest {

    private static final String TABLE = SourceReader.read(SmallTable.FILE).text();

    @Test
    void standForTheAnswerThatTheyMean() {
        DecisionTable table = DecisionTableReader.read(new SourceFile("small.yaml", TABLE));
        AnswersFile file = new AnswersReader(table, new BuiltinCommands(List.of()))
                .read(new SourceFile("answers.yaml", "schema: 1\nbot: {name: tour}\ncontext: {departs: midnight}\n"));

        assertEquals(
                Optional.of("night"),
                file.answers().value(table.input("departs").orElseThrow()).map(Value::text));
    }

    @ParameterizedTest
    @CsvSource({
        "midnight: nigth, `nigth` is not allowed in `midnight`. Did you mean `night`?",
        "day: night,      `day` is an answer itself and can mean no other one.",
        "unknown: night,  `unknown` is an answer itself and can mean no other one.",
    })
    void standForAnAnswerAndAreNone(String wrong, String problem) {
        String table = TABLE.replace("midnight: night", wrong);

        InputException refused = assertThrows(
                InputException.class, () -> DecisionTableReader.read(new SourceFile("small.yaml", table)));

        String message = refused.problems().get(0).message();
        assertTrue(message.startsWith(problem), message);
    }
}
