package dev.transportadvisor.source;

import static dev.transportadvisor.source.Documents.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // value      | in a block      | between braces
                "word         | word            | word",
                "two words    | two words       | two words",
                "one, two     | one, two        | \"one, two\"",
                "chat:write   | chat:write      | chat:write",
                "1:30         | \"1:30\"          | \"1:30\"",
                "a: b         | \"a: b\"          | \"a: b\"",
                "a #b         | \"a #b\"          | \"a #b\"",
                "-a           | \"-a\"            | \"-a\"",
                "~~           | \"\"              | \"\"",
                "say \"it\"   | \"say \\\"it\\\"\"  | \"say \\\"it\\\"\"",
                "back\\slash  | \"back\\\\slash\"   | \"back\\\\slash\"",
            })
    void quotesOnlyWhatWouldMeanSomethingElse(String value, String inBlock, String inFlow) {
        assertEquals(inBlock, YamlScalar.of(value));
        assertEquals(inFlow, YamlScalar.inFlow(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "old          | it's            | \"it's\"",
                "'old'        | it's            | 'it''s'",
                "'old'        | a\u0007b        | \"a\\U00000007b\"",
                "\"old\"      | new             | \"new\"",
                "~old\n\n~    | new             | ~new\n\n~",
                "~\"old\" ~   | new             | ~\"new\" ~",
                "~~           | new             | ~ new~",
            })
    void keepsTheQuotesAndTheLineBreaksOfWhatStoodThere(String old, String value, String written) {
        assertEquals(written, YamlScalar.inPlaceOf(old, value));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x07, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xFEFF, 0xFFFE, 0xFFFF
            })
    void escapesWhatYamlDoesNotAllow(int c) {
        assertEquals("\"\\U%08x\"".formatted(c), YamlScalar.of(Character.toString(c)));
    }

    @ParameterizedTest
    @ValueSource(ints = {'!', '~', 0xA0, 0xA1, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F600})
    void leavesTheRestAsItIs(int c) {
        assertEquals("'" + Character.toString(c) + "'", YamlScalar.inPlaceOf("'x'", Character.toString(c)));
    }

    @Test
    void everyCharacterIsReadBack() {
        IntStream.rangeClosed(1, 0x1_0400)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(c -> {
                    String value = "a" + Character.toString(c) + "b";
                    ScalarNode read = (ScalarNode) yaml(YamlScalar.of(value));
                    assertEquals(value, read.text(), () -> "U+%04X".formatted(c));
                });
    }
}
