package dev.transportadvisor.source;

import static dev.transportadvisor.source.Documents.all;
import static dev.transportadvisor.source.Documents.place;
import static dev.transportadvisor.source.Documents.problem;
import static dev.transportadvisor.source.Documents.scalars;
import static dev.transportadvisor.source.Documents.textAt;
import static dev.transportadvisor.source.Documents.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

    @Test
    void everyKeyAndValueHasItsPlace() {
        MappingNode root = (MappingNode)
                yaml(
                        """
                bot:
                  name: deploy-bot   # the name
                  summary: 'Starts 😀' # the summary

                # the needs
                needs: [must, "no"]
                last:
                """);
        MappingNode bot = (MappingNode) root.get("bot").orElseThrow();
        SequenceNode needs = (SequenceNode) root.get("needs").orElseThrow();

        assertEquals("1:1-7:6", place(root));
        assertEquals("1:1-1:4", place(root.entries().get(0).key()));
        assertEquals("2:3-3:22", place(bot));
        assertEquals("2:9-2:19", place(bot.get("name").orElseThrow()));
        assertEquals("3:12-3:22", place(bot.get("summary").orElseThrow()));
        assertEquals("6:8-6:20", place(needs));
        assertEquals("6:15-6:19", place(needs.items().get(1)));
        assertEquals("7:6-7:6", place(root.get("last").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\nc: [d, e f, {g: h}]\ni:\n  - j\n  - k: l\n",
                "a: b\r\nc:\r\n- d\r\n",
                "a: b\rc: d\r",
                "😀: 😀 x # 😀\n\n# 😀\nb: [😀, 1.5, true, ~]\n",
                "a: &anchor b\nc: &n 5\n&k d: e\nf: [&g h, &i  j]\n",
                "a: !!str b\nc: !!int 5\nd: &x !!str e\nf: !!str &y # why\n  g\n",
                "--- &r # root\n- a\n",
                "? a\n: b\n? c\n",
                "{a, b: , c: d}",
                "[a: b, ? c, e: f]",
            })
    void aPlainValueReadsBackFromItsPlace(String text) {
        for (ScalarNode scalar : scalars(yaml(text))) {
            assertEquals(scalar.text(), textAt(text, scalar));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "k: v\n\n# behind\n",
                "k: [a, b] # c\n",
                "k:\n- a\n- b\n\n",
                "k: {a: b}\n",
                "k:\n  a:\n    b: c\n  # behind\n",
                "k: &a\n  b: c\n",
                "k: &a [b]\n",
                "k: [b: c]",
                "k: [b: c, d]",
                "k: !!map\n  a: b\n",
                "k: 'a b' # c",
            })
    void noValueTakesInWhatFollowsOrComesBefore(String text) {
        Node value = ((MappingNode) yaml(text)).get("k").orElseThrow();
        for (Node node : all(value)) {
            String found = textAt(text, node);

            assertEquals(found.strip(), found);
            assertTrue(!found.contains("# ") && !found.contains("&") && !found.contains("!!"), found);
            assertEquals(found.startsWith("["), found.endsWith("]"), found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&k a: b", "&k 😀: b", "&k: ", "!!str a: b"})
    void aMappingBeginsWithTheAnchorOfItsFirstKey(String text) {
        assertEquals("1:1", place(yaml(text)).substring(0, 3));
    }

    @Test
    void aBlockScalarHasTheTextOfItsLines() {
        String text = "a: |\n  one\n  two\nb: >-\n  three\n  four\n";
        MappingNode root = (MappingNode) yaml(text);

        assertEquals(
                List.of("a", "one\ntwo\n", "b", "three four"),
                scalars(root).stream().map(ScalarNode::text).toList());
        assertEquals("|\n  one\n  two\n", textAt(text, root.get("a").orElseThrow()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "x, TEXT",
        "'\"5\"', TEXT",
        "'''no''', TEXT",
        "2001-01-01, TEXT",
        "=, TEXT",
        "!!str 5, TEXT",
        "!!str, TEXT",
        "5, NUMBER",
        "-1.5, NUMBER",
        "0x1F, NUMBER",
        ".nan, NUMBER",
        "1e3, NUMBER",
        "!!float 5, NUMBER",
        "yes, BOOLEAN",
        "no, BOOLEAN",
        "true, BOOLEAN",
        "off, BOOLEAN",
        "~, NULL",
        "null, NULL",
        "'', NULL",
        "!!null '', NULL",
    })
    void takesPlainTextForWhatYaml11TakesItFor(String value, ScalarNode.Kind kind) {
        ScalarNode node =
                (ScalarNode) ((MappingNode) yaml("k: " + value)).get("k").orElseThrow();

        assertEquals(kind, node.kind());
    }

    @Test
    void anAliasIsTheNodeThatItNames() {
        MappingNode root = (MappingNode) yaml("a: &x {b: 1}\nc: *x\nd: [*x, *x]\n");

        assertEquals(root.get("a"), root.get("c"));
        assertEquals("1:7-1:13", place(root.get("c").orElseThrow()));
    }

    @Test
    void aListThatEndsWithAnAliasTakesItIn() {
        String text = "a: &x {b: 1}\nc:\n- d\n- *x\n";

        assertEquals(
                "- d\n- *x\n", textAt(text, ((MappingNode) yaml(text)).get("c").orElseThrow()));
    }

    @Test
    void aMergeKeyStaysAKey() {
        MappingNode root = (MappingNode) yaml("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n");
        MappingNode merged = (MappingNode) root.get("c").orElseThrow();

        assertEquals(
                List.of("<<", "d"),
                merged.entries().stream().map(entry -> entry.key().text()).toList());
    }

    @Test
    void aValueBehindAnAnchorAndACommentHasItsOwnPlace() {
        String text = "a: &x # why\r  b\r";

        assertEquals("2:3-2:4", place(((MappingNode) yaml(text)).get("a").orElseThrow()));
    }

    @Test
    void manyAliasesOfOneSmallValueAreFine() {
        assertEquals(
                201,
                ((SequenceNode) yaml("- &a [x]\n" + "- *a\n".repeat(200)))
                        .items()
                        .size());
    }

    @Test
    void refusesABillionLaughs() {
        StringBuilder bomb = new StringBuilder("- &a0 [lol]\n");
        for (int i = 1; i <= 9; i++) {
            bomb.append("- &a%d [%s]\n".formatted(i, ("*a" + (i - 1) + ",").repeat(10)));
        }

        String message = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> problem("f.yaml", bomb.toString()));

        assertEquals(
                "f.yaml:6:3: Aliases make this value stand for more than 100,000 values. Use fewer aliases.", message);
    }

    @Test
    void aliasesMayStandForAsManyValuesAsADocumentMayHold() {
        String text = "- &a [" + "x,".repeat(999) + "]\n" + "- *a\n".repeat(98) + "- x\n".repeat(999);

        assertEquals(1_098, ((SequenceNode) yaml(text)).items().size());
        assertEquals(
                "f.yaml:1:1: Aliases make this value stand for more than 100,000 values. Use fewer aliases.",
                problem("f.yaml", text + "- x\n"));
    }

    @ParameterizedTest
    @CsvSource({"[,]", "'{a: ',}"})
    void aliasesCannotNestDeeperThanText(String open, String close) {
        StringBuilder tower = new StringBuilder("- &a0 x\n");
        for (int i = 1; i <= 20; i++) {
            tower.append("- &a%d %s*a%d%s\n".formatted(i, open.repeat(10), i - 1, " " + close.repeat(10)));
        }

        assertEquals(
                "f.yaml:7:3: Nested deeper than 64 levels. Flatten the document.", problem("f.yaml", tower.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&a [*a]", "&a {b: *a}", "&a [[[*a]]]", "&a {b: {c: [*a]}}"})
    void refusesAValueThatHoldsItself(String text) {
        assertEquals("f.yaml:1:1: This value holds an alias to itself. Spell it out instead.", problem("f.yaml", text));
    }

    @Test
    void aSequenceOfDashesNestsAsDeepAsBrackets() {
        yaml("- ".repeat(64) + "x");
        assertEquals(
                "f.yaml:1:129: Nested deeper than 64 levels. Flatten the document.",
                problem("f.yaml", "- ".repeat(65) + "x"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a: !!java.util.Date x        | 1:4: The tag `!!java.util.Date` is not allowed. Use plain values only.",
                "a: !custom x                 | 1:4: The tag `!custom` is not allowed. Use plain values only.",
                "a: !!binary aGk=             | 1:4: The tag `!!binary` is not allowed. Use plain values only.",
                "a: !!set {x}                 | 1:4: The tag `!!set` is not allowed. Use plain values only.",
                "a: !!seq {x: y}              | 1:4: The tag `!!seq` is not allowed. Use plain values only.",
                "!!javax.script.ScriptEngineManager [] | 1:1: The tag `!!javax.script.ScriptEngineManager` is not"
                        + " allowed. Use plain values only.",
                "a: !x%20 y                   | 1:4: Not valid YAML: a tag neither begins nor ends with a space or a"
                        + " control character. Leave the tag out.",
                "a: [b, !x%0a []]             | 1:8: Not valid YAML: a tag neither begins nor ends with a space or a"
                        + " control character. Leave the tag out.",
                "a: !!int foo                 | 1:4: `foo` is not what its tag `!!int` says. Leave the tag out.",
                "a: !!null foo                | 1:4: `foo` is not what its tag `!!null` says. Leave the tag out.",
                "? [a]                        | 1:3: A key must be plain text, not a mapping or a list. Put a text that"
                        + " begins with `{` or `[` in quotes.",
                "{{a: b}: c}                  | 1:2: A key must be plain text, not a mapping or a list. Put a text that"
                        + " begins with `{` or `[` in quotes.",
                "a: {{NAME}}                  | 1:5: A key must be plain text, not a mapping or a list. Put a text that"
                        + " begins with `{` or `[` in quotes.",
                "a: *nowhere                  | 1:4: Not valid YAML: found undefined alias nowhere.",
                "a: b: c                      | 1:5: Not valid YAML: mapping values are not allowed here. Put a value"
                        + " that holds `: ` in quotes, and line up the keys.",
                "a: @b                        | 1:4: Not valid YAML: found character '@' that cannot start any token"
                        + " while scanning for the next token. Put a value that begins with it in quotes.",
                "url: [base]/x                | 1:12: Not valid YAML: expected <block end>, but found '<scalar>' while"
                        + " parsing a block mapping. Put a value that begins with `[` or `{` in quotes, and line up the"
                        + " keys.",
                "a: \"\\x                      | 1:7: Not valid YAML: the text ends inside an escape. Close the double"
                        + " quotes.",
                "[a                           | 1:3: Not valid YAML: expected ',' or ']', but got <stream end> while"
                        + " parsing a flow sequence.",
            })
    void refusesWithPlaceAndRemedy(String text, String message) {
        assertEquals("f.yaml:" + message, problem("f.yaml", text));
    }

    @Test
    void refusesTabsAsIndentation() {
        assertEquals(
                "f.yaml:2:1: Not valid YAML: found character '\\t(TAB)' that cannot start any token"
                        + " while scanning for the next token. Indent with spaces, not with tabs.",
                problem("f.yaml", "a:\n\tb: c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0085", "2028", "2029"})
    void saysWhichCharacterEndsALineUnseen(String hex) {
        String lineBreak = Character.toString(Integer.parseInt(hex, 16));
        String problem = "Not valid YAML: mapping values are not allowed here. Put a value that holds `: ` in quotes,"
                + " and line up the keys.";
        assertEquals(
                "f.yaml:2:15: " + problem + " The line holds U+" + hex + ", which YAML takes for the end of a line.",
                problem("f.yaml", "a: 1\nb: 2 # 🤖 " + lineBreak + "c: d: e\n"));
        assertEquals("f.yaml:1:5: " + problem, problem("f.yaml", "a: b: c # " + lineBreak), "behind the place");
    }

    @Test
    void findsThePlaceOfWhatTheParserReportsWithoutOne() {
        assertEquals(
                "f.yaml:4:3: Not valid YAML: A simple key is required only if it is the first token in the current"
                        + " line. Line up the keys and close the quotes from here on.",
                problem("f.yaml", "a:\n  b: 'c:\n  d: e\n 'f:"));
    }

    @Test
    void refusesASecondDocument() {
        assertEquals(
                "f.yaml:3:1: Not valid YAML: expected a single document in the stream, but found another document. Put"
                        + " each document into a file of its own.",
                problem("f.yaml", "---\na\n---\nb\n"));
    }

    @Test
    void commentsAloneAreAnEmptyFile() {
        assertEquals("f.yaml is empty.", problem("f.yaml", "# a\n# b\n"));
    }

    @Test
    void aMarkedButEmptyDocumentIsNothing() {
        assertEquals("nothing", yaml("---\n").kindName());
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(strings = {"0000", "0001", "001B", "D800", "FFFE"})
    void refusesCharactersThatYamlForbids(String code) {
        char character = (char) Integer.parseInt(code, 16);

        assertEquals(
                "f.yaml:2:5: Not valid YAML: the character U+" + code
                        + " is not allowed. Remove it or write it as an escape in double quotes.",
                problem("f.yaml", "😀: b\nc: x" + character + "y"));
    }

    @Test
    void anEscapeMayStandForHalfAPair() {
        assertEquals("\uD83D", ((ScalarNode) yaml("\"\\uD83D\"")).text());
    }

    @Test
    void linesAreCountedAsEditorsCountThem() {
        // YAML 1.1 breaks lines at these two as well.
        assertEquals(
                "f.yaml:2:4: The tag `!x` is not allowed. Use plain values only.",
                problem("f.yaml", "a: 'x\u2028y\u0085z'\nb: !x c"));
    }

    @Test
    void aParsersSentenceStaysShortAndHarmless() {
        String message = problem("f.yaml", "*" + "a".repeat(100_000));

        assertTrue(message.length() < 400, () -> "length " + message.length());
    }
}
