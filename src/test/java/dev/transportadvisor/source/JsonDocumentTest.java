package dev.transportadvisor.source;

import static dev.transportadvisor.source.Documents.json;
import static dev.transportadvisor.source.Documents.place;
import static dev.transportadvisor.source.Documents.problem;
import static dev.transportadvisor.source.Documents.scalars;
import static dev.transportadvisor.source.Documents.textAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @Test
    void everyKeyAndValueHasItsPlace() {
        MappingNode root = (MappingNode) json("{\"a\" : 1,\r\n \"😀\\\"\":\n [true , \"x\"], \"c\":{} }\n");
        SequenceNode list = (SequenceNode) root.entries().get(1).value();

        assertEquals("1:1-3:24", place(root));
        assertEquals("1:2-1:5", place(root.entries().get(0).key()));
        assertEquals("1:8-1:9", place(root.entries().get(0).value()));
        assertEquals("2:2-2:7", place(root.entries().get(1).key()));
        assertEquals("3:2-3:14", place(list));
        assertEquals("3:3-3:7", place(list.items().get(0)));
        assertEquals("3:10-3:13", place(list.items().get(1)));
        assertEquals("3:20-3:22", place(root.get("c").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"b\":[true,false ,null,-1.5e3 ],\"c\":\"\"}",
                "{\"a\"\n\n:\n\n\"v\"\t,\r\n\"b\" : {\"c\":[]} }",
                "[\"😀\",\"x😀y\", {\"😀\":\"😀\"}]",
                "12",
                "\"x\"",
                "[0, -0.0, 1E+9]",
            })
    void aValueReadsBackFromItsPlace(String text) {
        for (ScalarNode scalar : scalars(json(text))) {
            String found = textAt(text, scalar);

            assertEquals(scalar.text(), found.startsWith("\"") ? found.substring(1, found.length() - 1) : found);
        }
    }

    @Test
    void aKeyEndsAtItsQuoteWhateverItHolds() {
        String text = "{\"\\\\\":1, \"\\\"\" : 2, \"\\\\\\\"\":3, \"\\u0022\":4, \"\":5}";

        assertEquals(
                List.of("\"\\\\\"", "\"\\\"\"", "\"\\\\\\\"\"", "\"\\u0022\"", "\"\""),
                ((MappingNode) json(text))
                        .entries().stream()
                                .map(entry -> textAt(text, entry.key()))
                                .toList());
    }

    @Test
    void placesStayExactInALongFile() {
        String text = "[" + "{\"key\" : \"välue\"},\n".repeat(20_000) + "{\"😀\":1}]";

        for (ScalarNode scalar : scalars(json(text))) {
            String found = textAt(text, scalar);

            assertEquals(scalar.text(), found.startsWith("\"") ? found.substring(1, found.length() - 1) : found);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "\"5\", TEXT",
        "\"\", TEXT",
        "5, NUMBER",
        "-1.5e3, NUMBER",
        "true, BOOLEAN",
        "false, BOOLEAN",
        "null, NULL"
    })
    void tellsTheKindsApart(String text, ScalarNode.Kind kind) {
        assertEquals(kind, ((ScalarNode) json(text)).kind());
    }

    @Test
    void readsTheEscapesThatYamlParsersRefuse() {
        assertEquals(
                List.of("https://x/😀"),
                scalars(json("[\"https:\\/\\/x\\/\\ud83d\\ude00\"]")).stream()
                        .map(ScalarNode::text)
                        .toList());
    }

    @Test
    void anEscapeMayStandForHalfAPair() {
        assertEquals("\uD83D", ((ScalarNode) json("\"\\ud83d\"")).text());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1,}    | 1:8: Not valid JSON: Unexpected character ('}' (code 125)): was expecting"
                        + " double-quote to start property name. JSON allows no comma behind the last entry.",
                "[1,]          | 1:4: Not valid JSON: Unexpected character (']' (code 93)): expected a valid value"
                    + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false'). JSON allows no comma"
                    + " behind the last entry.",
                "{} // why     | 1:4: Not valid JSON: Unexpected character ('/' (code 47)). JSON has no comments.",
                "{} {}         | 1:4: A second JSON value follows the document. Remove it.",
                "{} x          | 1:4: Not valid JSON: Unrecognized token 'x': was expecting (JSON String, Number,"
                        + " Array, Object or token 'null', 'true' or 'false').",
                "[NaN]         | 1:5: Not valid JSON: Non-standard token 'NaN'.",
                "[+1]          | 1:3: Not valid JSON: Unexpected character ('+' (code 43)) in numeric value: JSON spec"
                        + " does not allow numbers to have plus signs.",
                "[01]          | 1:3: Not valid JSON: Invalid numeric value: Leading zeroes not allowed.",
                "{\"a\":1      | 1:7: Not valid JSON: Unexpected end-of-input: expected close marker for Object.",
                "[}            | 1:2: Not valid JSON: Unexpected close marker '}': expected ']'.",
                "{a:1}         | 1:2: Not valid JSON: Unexpected character ('a' (code 97)): was expecting double-quote"
                        + " to start property name.",
                "[1 2]         | 1:4: Not valid JSON: Unexpected character ('2' (code 50)): was expecting comma to"
                        + " separate Array entries.",
                "[\"\\x\"]     | 1:4: Not valid JSON: Unrecognized character escape 'x' (code 120).",
            })
    void refusesWithPlaceAndRemedy(String text, String message) {
        assertEquals("f.json:" + message, problem("f.json", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "[1,",
                "{\"a\"",
                "[NaN]",
                "[-Infinity]",
                "[.5]",
                "[+1]",
                "// x",
                "[}",
                "[1\u0000]",
                "'a'",
                "tru"
            })
    void noMessageSpeaksOfTheParsersOwnSwitches(String text) {
        String message = problem("f.json", text);

        for (String internal : List.of("Feature", "REDACTED", "enable", "Constraints", "Source:")) {
            assertFalse(message.contains(internal), message);
        }
    }

    @Test
    void longNumbersAndNamesAreOnlyText() {
        String digits = "9".repeat(100_000);

        assertEquals(
                List.of(digits, "1e999999999"),
                scalars(json("[" + digits + ", 1e999999999]")).stream()
                        .map(ScalarNode::text)
                        .toList());
        assertEquals(digits, scalars(json("{\"" + digits + "\": 1}")).get(0).text());
    }

    @Test
    void namesMadeToCollideAreOnlyNames() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 1 << 12; i++) {
            // With the multiplier 33 of the parser's own table, `Ab` and `BA` hash alike.
            String bits = Integer.toBinaryString(1 << 12 | i).substring(1);
            text.append('"').append(bits.replace("0", "Ab").replace("1", "BA")).append("\":1,");
        }

        assertEquals(4097, ((MappingNode) json(text + "\"z\":1}")).entries().size());
    }
}
