package dev.transportadvisor.source;

import static dev.transportadvisor.source.Documents.json;
import static dev.transportadvisor.source.Documents.nested;
import static dev.transportadvisor.source.Documents.problem;
import static dev.transportadvisor.source.Documents.scalars;
import static dev.transportadvisor.source.Documents.textAt;
import static dev.transportadvisor.source.Documents.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for both formats, and which of the two a file is taken for. */
class DocumentReaderTest {

    @ParameterizedTest(name = "{0} holding {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "f.json | {a: 1}    | JSON",
                "F.JSON | {a: 1}    | JSON",
                "f.json | a: 1      | JSON",
                "f.yaml | {a: 1}    | YAML",
                "f.yml  | [a]       | YAML",
                "F.YAML | {a: 1}    | YAML",
                "-      | {a: 1}    | JSON",
                "-      | [a]       | JSON",
                "-      | '  {a: 1}'| JSON",
                "-      | a: 1      | YAML",
                "-      | '\"a\": 1'| YAML",
                "f.txt  | a: 1      | YAML",
                "f.txt  | {a: 1}    | JSON",
            })
    void takesAFileForJsonByItsNameOrElseByItsFirstCharacter(String path, String text, String format) {
        // Each text is legal YAML and no JSON.
        if (format.equals("YAML")) {
            DocumentReader.read(new SourceFile(path, text));
        } else {
            assertTrue(problem(path, text).contains("Not valid JSON"), problem(path, text));
        }
    }

    /** The list itself is a value, too. */
    @ParameterizedTest(name = "{0}: {1} in a list")
    @CsvSource({
        "f.yaml, 'x,', 99999",
        "f.json, '1,', 99999",
        "f.yaml, '{a: 1},', 33333",
        "f.json, '{\"a\":1},', 33333",
    })
    void holdsAHundredThousandKeysAndValuesAndNotOneMore(String path, String entry, int most) {
        String entries = entry.repeat(most);
        String last = entry.substring(0, entry.length() - 1);

        DocumentReader.read(new SourceFile(path, "[" + entries.substring(0, entries.length() - 1) + "]"));
        String problem = problem(path, "[" + entries + last + "]");

        assertTrue(problem.startsWith(path + ":1:" + (1 + entries.length() + 1) + ": "), problem);
        assertTrue(problem.endsWith("the most that is read of one document. Leave some out."), problem);
    }

    @ParameterizedTest(name = "{0}: {1}{2}")
    @CsvSource({"f.yaml, [, ]", "f.json, [, ]", "f.yaml, '{a: ', '}'", "f.json, '{\"a\":', '}'"})
    void nestsSixtyFourLevelsAndNotOneMore(String path, String open, String close) {
        String value = open.startsWith("{") ? "1" : "";
        String deepest = open.repeat(64) + value + close.repeat(64);
        String deeper = open.repeat(65) + value + close.repeat(65);

        DocumentReader.read(new SourceFile(path, deepest));
        assertEquals(
                path + ":1:" + (open.length() * 64 + 1) + ": Nested deeper than 64 levels. Flatten the document.",
                problem(path, deeper));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.yaml", "f.json"})
    void tenThousandLevelsDoNotOverflowTheStack(String path) {
        assertEquals(
                path + ":1:65: Nested deeper than 64 levels. Flatten the document.",
                problem(path, nested("[", 10_000, "]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.yaml", "f.json"})
    void aFileOfNothingIsEmpty(String path) {
        assertEquals(path + " is empty.", problem(path, ""));
        assertEquals(path + " is empty.", problem(path, "\n  \n"));
    }

    @Test
    void duplicateKeysStayVisibleAndTheFirstIsFound() {
        for (Node root : List.of(yaml("a: 1\nb: 2\na: 3\n"), json("{\"a\": 1, \"b\": 2, \"a\": 3}"))) {
            MappingNode mapping = (MappingNode) root;

            assertEquals(
                    List.of("a", "b", "a"),
                    mapping.entries().stream().map(e -> e.key().text()).toList());
            assertEquals("1", ((ScalarNode) mapping.get("a").orElseThrow()).text());
            assertTrue(mapping.get("c").isEmpty());
        }
    }

    /** What an alias repeats stays one value, or a short text could become an endless one. */
    @Test
    void otherScalarsStandInTheOldPlaces() {
        String text = "a: &list [x, {k: y}]\nb: *list\n";

        MappingNode changed = (MappingNode) yaml(text).withScalars(scalar ->
                new ScalarNode(scalar.text().toUpperCase(Locale.ROOT), scalar.kind(), scalar.span()));

        assertEquals(
                List.of("A", "X", "K", "Y", "B", "X", "K", "Y"),
                scalars(changed).stream().map(ScalarNode::text).toList());
        assertEquals(
                Documents.all(yaml(text)).stream().map(Documents::place).toList(),
                Documents.all(changed).stream().map(Documents::place).toList());
        assertSame(changed.get("A").orElseThrow(), changed.get("B").orElseThrow());
    }

    @Test
    void readsTheSameTreeFromBothFormats() {
        String text = "{\"a\": [1, -2.5, true, null, \"x 😀\", [], {}], \"b\": {\"c\": \"\"}}";

        assertEquals(json(text), yaml(text));
    }

    @Test
    void aMebibyteOnOneLineIsReadInTime() {
        int size = (1 << 20) / 19;
        String line = "[" + "\"😀😀😀😀\",".repeat(size - 1) + "\"😀😀😀😀\"]";

        for (String path : List.of("f.yaml", "f.json")) {
            Node root = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> DocumentReader.read(new SourceFile(path, line)), path);

            List<ScalarNode> items = scalars(root);
            ScalarNode last = items.get(items.size() - 1);
            assertEquals(size, items.size());
            assertEquals("\"😀😀😀😀\"", textAt(line, last));
            assertEquals(7 * size - 5, last.span().start().column());
        }
    }
}
