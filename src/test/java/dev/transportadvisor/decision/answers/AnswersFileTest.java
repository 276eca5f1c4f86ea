package dev.transportadvisor.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersFileTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{schema: 1, bot: {name: x1}}'   | true",
                "'{bot: , schema: }'              | true",
                "'{schema: 1, robot: {}}'         | false",
                "'{schemata: 1, bot: {}}'         | false",
                "'{schema: 1}'                    | false",
                "'{bot: {}}'                      | false",
                "'[schema, bot]'                  | false",
                "'{schema: 1, bot: {'             | false",
            })
    void isKnownByItsKeys(String text, boolean isLikely) {
        assertEquals(isLikely, AnswersFile.isLikelyIn(new SourceFile("f.yaml", text)));
    }
}
