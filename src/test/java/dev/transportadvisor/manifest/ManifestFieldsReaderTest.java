package dev.transportadvisor.manifest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestFieldsReaderTest {

    private static final String HEAD = """
            schema: 1
            patterns:
              address: {regex: 'https://.*', means: begin with https://, remedy: Write it.}
            shapes:
              short: text 1-8
            """;

    @Test
    void readsEachNotation() {
        FieldType.Text shortText = new FieldType.Text(new Range(1, 8), Optional.empty());

        assertAll(
                () -> assertEquals(FieldType.Plain.FLAG, field("flag")),
                () -> assertEquals(FieldType.Plain.MAPPING, field("mapping")),
                () -> assertEquals(FieldType.Plain.VALUE, field("value")),
                () -> assertEquals(FieldType.Plain.ANYTHING, field("anything")),
                () -> assertEquals(new FieldType.Text(Range.ANY, Optional.empty()), field("text")),
                () -> assertEquals(
                        new FieldType.Text(new Range(5, Integer.MAX_VALUE), Optional.empty()), field("text 5-")),
                () -> assertEquals("begin with https://", pattern(field("text address")).means()),
                () -> assertEquals("begin with https://", pattern(field("text 0-9 address")).means()),
                () -> assertEquals(new FieldType.WholeNumber(new Range(1, 2)), field("whole 1-2")),
                () -> assertEquals(new FieldType.Words(List.of("a", "2")), field("{words: [a, 2]}")),
                () -> assertEquals(shortText, field("short")),
                () -> assertEquals(
                        new FieldType.Items(shortText, new Range(0, 3), true),
                        field("{list: short, count: 0-3, unique: true}")),
                () -> assertEquals(
                        new FieldType.Named(shortText, FieldType.Plain.FLAG, Range.ANY),
                        field("{each: flag, names: short}")),
                () -> assertEquals(
                        new FieldType.AnyOf(List.of(shortText, FieldType.Plain.FLAG)),
                        field("{any-of: [short, flag]}")),
                () -> assertEquals(
                        new FieldType.ByVersion(Optional.empty(), Optional.of(shortText)), field("{v2: short}")),
                () -> assertEquals(
                        new FieldType.Disputed(
                                FieldType.Plain.ANYTHING,
                                FieldType.Plain.FLAG,
                                "They differ.",
                                "https://acme.dev",
                                true),
                        field("{accepted: anything, documented: flag, because: They differ., source: https://acme.dev,"
                                + " open-question: true}")));
    }

    @Test
    void readsBlocksInTheOrderOfTheText() {
        FieldType.Block block = (FieldType.Block)
                field("{open: true, required: {z: flag, a: flag}, expected: {c: flag}, tolerated: {b: flag}}");

        assertEquals(
                "z REQUIRED, a REQUIRED, c EXPECTED, b OPTIONAL",
                block.keys().entrySet().stream()
                        .map(key -> key.getKey() + " " + key.getValue().presence())
                        .collect(Collectors.joining(", ")));
        assertTrue(block.isOpen());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "texts                    | rules.yaml:7:21: `texts` is the name of nothing that stands further up."
                        + " Allowed: short.",
                "text adress              | rules.yaml:7:21: `adress` is the name of nothing that stands further up."
                        + " Did you mean `address`? Allowed: address.",
                "text 1-2 address more    | rules.yaml:7:21: `more` has no meaning here.",
                "flag 1-2                 | rules.yaml:7:21: `1-2` has no meaning here.",
                "[flag]                   | rules.yaml:7:21: Expected `field` to be a mapping of keys to values, not a"
                        + " list.",
                "{list: flag, count: 5}   | rules.yaml:7:41: Expected a range such as 1-10, not `5`.",
                "{list: flag, uniq: true} | rules.yaml:7:34: Unknown key `uniq` in `field`."
                        + " Allowed: words, list, unique, count.",
                "{words: [[]]}            | rules.yaml:7:30: `words` takes single words, not a list.",
                "{accepted: text}         | rules.yaml:7:21: Missing key `documented` in `field`.",
                "{required: {a: flag}, optional: {a: text}} | rules.yaml:7:54: `a` stands in two groups. Keep one.",
            })
    void saysWhereTheNotationIsWrong(String notation, String problem) {
        String found = assertThrows(InputException.class, () -> field(notation)).getMessage();

        assertEquals(problem, found.lines().findFirst().orElse(""));
    }

    @Test
    void aPatternMustCompile() {
        InputException e = assertThrows(
                InputException.class,
                () -> ManifestFields.read(file("patterns: {p: {regex: '[', means: x, remedy: x}}\n")));

        assertTrue(e.getMessage().contains("rules.yaml:1:23: Not a regular expression: Unclosed character class."));
    }

    private static TextPattern pattern(FieldType type) {
        return ((FieldType.Text) type).pattern().orElseThrow();
    }

    private static FieldType field(String notation) {
        ManifestFields fields = ManifestFields.read(file(HEAD + "manifest:\n  required: {field: " + notation + "}\n"));
        return fields.manifest().keys().get("field").type();
    }

    private static SourceFile file(String text) {
        return new SourceFile("rules.yaml", text);
    }
}
