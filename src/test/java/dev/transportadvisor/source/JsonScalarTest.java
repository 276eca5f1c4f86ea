package dev.transportadvisor.source;

import static dev.transportadvisor.source.Documents.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonScalarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "word           | \"word\"",
                "~~             | \"\"",
                "true           | \"true\"",
                "say \"it\"     | \"say \\\"it\\\"\"",
                "back\\slash    | \"back\\\\slash\"",
                "it's a/b       | \"it's a/b\"",
                "two\tcolumns   | \"two\\tcolumns\"",
                "a\u0007bell     | \"a\\u0007bell\"",
                "é 😀 \u2028 x  | \"é 😀 \u2028 x\"",
            })
    void escapesWhatCannotStandBetweenQuotes(String value, String written) {
        assertEquals(written, JsonScalar.of(value));
    }

    @Test
    void everyCharacterIsReadBack() {
        IntStream.rangeClosed(0, 0x1_0400)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(c -> {
                    String value = "a" + Character.toString(c) + "b";
                    ScalarNode read = (ScalarNode) json(JsonScalar.of(value));
                    assertEquals(value, read.text(), () -> "U+%04X".formatted(c));
                });
    }
}
