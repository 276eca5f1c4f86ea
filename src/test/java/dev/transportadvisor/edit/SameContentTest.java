package dev.transportadvisor.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{a: [1]}       | a: [ 1 ]       | true",
                "{a: 'x'}       | {\"a\": \"x\"} | true",
                "{a: &n 1, b: *n} | {a: 1, b: 1}   | true",
                "{a: [1]}       | {b: [1]}       | false",
                "{a: [1]}       | {a: [1, 1]}    | false",
                "{a: [1]}       | {a: {b: 1}}    | false",
                "{a: 1}         | {a: '1'}       | false",
                "{a: 1, b: 2}   | {b: 2, a: 1}   | false",
            })
    void looksAtValuesNotAtTheirText(String one, String other, boolean isSame) {
        assertEquals(isSame, SameContent.of(read(one), read(other)));
    }

    private static Node read(String text) {
        return DocumentReader.read(new SourceFile("some.yaml", text));
    }
}
