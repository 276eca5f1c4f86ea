package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {

    @Test
    void readsWhatIsThere() {
        List<String> problems = problems("name: x\nbot: {id: 5}\nlist: [a, b]\n", reader -> {
            assertEquals("x", reader.requiredText("name"));
            assertEquals(
                    "5",
                    reader.mapping("bot")
                            .orElseThrow()
                            .requiredScalar("id")
                            .orElseThrow()
                            .text());
            assertEquals(2, reader.items("list").size());
            assertEquals(Optional.empty(), reader.scalar("absent"));
            assertEquals(List.of(), reader.items("absent"));
            assertEquals(
                    List.of("name", "bot", "list"),
                    reader.keys().stream().map(ScalarNode::text).toList());
            reader.rejectUnknownKeys();
        });

        assertEquals(List.of(), problems);
    }

    @Test
    void reportsAllProblemsAtOnceInTheOrderOfTheText() {
        List<String> problems = problems(
                """
                nmae: x
                needs: [a]
                bot:
                  id: [5]
                bot: again
                summary: ''
                """,
                reader -> {
                    reader.requiredText("summary");
                    reader.requiredText("name");
                    reader.mapping("bot").ifPresent(bot -> bot.requiredScalar("id"));
                    reader.scalar("needs");
                    reader.rejectUnknownKeys();
                });

        assertEquals(
                List.of(
                        "f.yaml:1:1: Missing key `name` in the file.",
                        "f.yaml:1:1: Unknown key `nmae` in the file. Did you mean `name`? Allowed: summary, name, bot,"
                                + " needs.",
                        "f.yaml:2:8: `needs` in the file must be a single value, not a list.",
                        "f.yaml:4:7: `id` in `bot` must be a single value, not a list.",
                        "f.yaml:5:1: Duplicate key `bot` in the file; it stands first on line 3. Keep one.",
                        "f.yaml:6:10: `summary` in the file is empty."),
                problems);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nmae: x              | 1:1: Unknown key `nmae` in the file. Did you mean `name`? Allowed: name,"
                        + " needs.",
                "'name: x\nname: y'   | 2:1: Duplicate key `name` in the file; it stands first on line 1. Keep one.",
                "'a b c: x'           | 1:1: Unknown key `a b c` in the file. Allowed: name, needs.",
                "needs: [a]           | 1:8: `needs` in the file must be a single value, not a list.",
                "needs: {a: b}        | 1:8: `needs` in the file must be a single value, not a mapping.",
                "a                    | 1:1: Expected the file to be a mapping of keys to values, not text.",
                "[a]                  | 1:1: Expected the file to be a mapping of keys to values, not a list.",
                "5                    | 1:1: Expected the file to be a mapping of keys to values, not a number.",
            })
    void saysWhatIsWrongAndWhatIsAllowed(String text, String message) {
        List<String> problems = problems(text, reader -> {
            reader.scalar("name");
            reader.scalar("needs");
            reader.rejectUnknownKeys();
        });

        assertEquals(List.of("f.yaml:" + message), problems);
    }

    @Test
    void aMissingKeyIsReportedWhereItsMappingBegins() {
        List<String> problems = problems(
                "bot:\n  id: 1\n",
                reader -> assertEquals("", reader.mapping("bot").orElseThrow().requiredText("name")));

        assertEquals(List.of("f.yaml:2:3: Missing key `name` in `bot`."), problems);
    }

    @Test
    void whatIsNoMappingMissesNoKeys() {
        List<String> problems = problems("bot: x\n", reader -> {
            MappingReader bot = reader.mapping("bot").orElseThrow();
            assertEquals("", bot.requiredText("name"));
            assertEquals(Optional.empty(), bot.requiredNode("summary"));
            bot.rejectUnknownKeys();
        });

        assertEquals(List.of("f.yaml:1:6: Expected `bot` to be a mapping of keys to values, not text."), problems);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"name:, 1:6", "name: '', 1:7", "name: \"  \", 1:7", "name: ~, 1:7", "name: null, 1:7"})
    void requiredTextMustSaySomething(String text, String place) {
        List<String> problems = problems(text, reader -> assertEquals("", reader.requiredText("name")));

        assertEquals(List.of("f.yaml:" + place + ": `name` in the file is empty."), problems);
    }

    /** A terminal would obey the first, and read backwards behind the second. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"\\e[31mred, U+001B", "a\\u202Eb, U+202E", "a\\0b, U+0000", "'a\\tb\\nc \\u200D', "})
    void requiredTextCanBeSeen(String text, String refused) {
        List<String> problems = problems("name: \"" + text + "\"", reader -> reader.requiredText("name"));

        String problem = "f.yaml:1:7: `name` in the file holds the character " + refused
                + ", which nobody can see. Remove it.";
        assertEquals(refused == null ? List.of() : List.of(problem), problems);
    }

    @Test
    void aSectionWithNothingInItIsAsGoodAsNone() {
        List<String> problems = problems("bot:\nlist: ~\n", reader -> {
            assertEquals(Optional.empty(), reader.mapping("bot"));
            assertEquals(List.of(), reader.items("list"));
        });

        assertEquals(List.of(), problems);
    }

    @Test
    void aChoiceIsOneOfTheAllowedWords() {
        List<String> problems = problems("level: 2\nlevels: [1, 3, [2]]\nother: two\n", reader -> {
            assertEquals(Optional.of(2), reader.requiredChoice("level", List.of(1, 2), String::valueOf));
            assertEquals(List.of(1), reader.choices("levels", List.of(1, 2), String::valueOf));
            assertEquals(Optional.empty(), reader.requiredChoice("other", List.of(1, 2), String::valueOf));
        });

        assertEquals(
                List.of(
                        "f.yaml:2:13: `3` is not allowed in `levels`. Allowed: 1, 2.",
                        "f.yaml:2:16: `levels` in the file must be a single value, not a list.",
                        "f.yaml:3:8: `two` is not allowed in `other`. Allowed: 1, 2."),
                problems);
    }

    @Test
    void ofAMissingMappingOnlyItsAbsenceIsReported() {
        List<String> problems = problems("name: x\n", reader -> {
            MappingReader bot = reader.requiredMapping("bot");
            assertEquals("", bot.requiredText("id"));
            assertEquals(new Position(0, 1, 1), bot.span().start());
        });

        assertEquals(List.of("f.yaml:1:1: Missing key `bot` in the file."), problems);
    }

    @Test
    void moreProblemsCanBeReportedBesideItsOwn() {
        List<String> problems = problems("name: x\n", reader -> {
            ScalarNode name = reader.scalar("name").orElseThrow();
            assertEquals("f.yaml:1:7", reader.problems().location(name.span()).toString());
            reader.problems().at(name.span(), "Too short.");
        });

        assertEquals(List.of("f.yaml:1:7: Too short."), problems);
    }

    @Test
    void aSingleValueStandsForAListOfOne() {
        problems("one: a\nmaps: {k: v}\n", reader -> {
            assertEquals(1, reader.items("one").size());
            assertEquals("v", reader.mappings("maps").get(0).requiredText("k"));
        });
    }

    @Test
    void textsAreWhatIsSaidOnceOrInAList() {
        List<String> problems = problems("one: a\nmany: [b, [c], 5]\nnone:\n", reader -> {
            assertEquals(List.of("a"), reader.texts("one"));
            assertEquals(List.of("b", "5"), reader.texts("many"));
            assertEquals(List.of(), reader.texts("none"));
        });

        assertEquals(List.of("f.yaml:2:11: `many` in the file must be a single value, not a list."), problems);
    }

    @Test
    void everyEntryOfAListOfMappingsIsChecked() {
        List<String> problems = problems(
                "maps: [{k: v}, x, {}]\n", reader -> reader.mappings("maps").forEach(entry -> entry.requiredText("k")));

        assertEquals(
                List.of(
                        "f.yaml:1:16: Expected an entry of `maps` to be a mapping of keys to values, not text.",
                        "f.yaml:1:19: Missing key `k` in an entry of `maps`."),
                problems);
    }

    @Test
    void aValueThatAliasesRepeatIsWrongOnce() {
        List<String> problems = problems(
                "maps: [&a {}, *a, *a]\n", reader -> reader.mappings("maps").forEach(entry -> entry.requiredText("k")));

        assertEquals(List.of("f.yaml:1:11: Missing key `k` in an entry of `maps`."), problems);
    }

    @Test
    void aKeyCannotCommandTheTerminal() {
        List<String> problems = problems("\"\\e[2J\": x", MappingReader::rejectUnknownKeys);

        assertEquals("f.yaml:1:1: Unknown key `\\u001b[2J` in the file. Allowed: .", problems.get(0));
    }

    @Test
    void withoutProblemsNothingIsThrown() {
        assertDoesNotThrow(new Problems(new SourceFile("f", ""))::throwIfAny);
    }

    private static List<String> problems(String text, Consumer<MappingReader> reading) {
        SourceFile file = new SourceFile("f.yaml", text);
        Problems problems = new Problems(file);
        reading.accept(new MappingReader("the file", DocumentReader.read(file), problems));
        try {
            problems.throwIfAny();
            return List.of();
        } catch (InputException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
