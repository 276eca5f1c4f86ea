package dev.transportadvisor.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTextTest {

    private static final DecisionTable TABLE =
            DecisionTableReader.read(SourceReader.read(Path.of("rules/transport.yaml")));
    private static final AnswersReader READER = new AnswersReader(TABLE, new BuiltinCommands(List.of()));

    private final Random random = new Random(4);

    /** Every sample, and the same text in other shapes that YAML allows. */
    static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(
                "schema: 1\nbot: {name: x1}",
                "schema: 1\nbot: {name: x1}\nneeds:\n  # nothing yet\ncontext: ~ # nothing\n",
                "schema: 1\nneeds:\r\ncontext:   # later\r\nbot:\r\n  name: x1\r\n",
                "{schema: 1, bot: {name: x1}, needs: , context: null}",
                "# flow\n{schema: 1, bot: {name: x1, summary: a}, needs: {}, context: {replicas: 3}}\n",
                "---\n"
                        + "schema: '1'\r\n"
                        + "bot:\r\n"
                        + "    name: \"x1\"   # mine\r\n"
                        + "needs: {serverless: 'no', # why\r\n"
                        + "  }\r\n\r\n"
                        + "# end\r\n",
                "  schema: 1\n"
                        + "  bot:\n"
                        + "     summary: >-\n"
                        + "       two\n"
                        + "       lines\n"
                        + "     name: |-\n"
                        + "       x1\n\n"
                        + "  # end\n"
                        + "...\n",
                "schema: 1\rbot:\r  name: &n x1\r  summary:\rneeds:\r  serverless: no",
                "bot:\n"
                        + "  name: x1\n"
                        + "  summary: plain\n"
                        + "    on two lines # c\n"
                        + "context: {\n"
                        + "  replicas: 3, # c\n"
                        + "}\n"
                        + "schema: 1\n"));
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample : samples.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(sample));
                texts.add(Files.readString(sample).replace("\n", "\r\n"));
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsWrittenIsReadBackAndTheRestStays(String text) {
        for (int round = 0; round < 30; round++) {
            AnswersText edited = AnswersText.of(new SourceFile("answers.yaml", text));
            AnswersFile expected = read(text);
            Set<String> keys = new TreeSet<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                InputClause input =
                        TABLE.inputs().get(random.nextInt(TABLE.inputs().size()));
                Optional<Value> value = value(input);
                edited = edited.with(input, value);
                expected = new AnswersFile(expected.bot(), expected.answers().with(input, value));
                keys.add(input.id());
            }
            String summary = summary();
            edited = edited.withSummary(summary).withName("y2");
            Bot bot = new Bot("y2", summary, expected.bot().language(), expected.bot().systems());
            assertSame(new AnswersFile(bot, expected.answers()), edited.text());
            assertEquals(rest(text, keys), rest(edited.text(), keys), edited.text());
        }
    }

    private static void assertSame(AnswersFile expected, String text) {
        AnswersFile actual = read(text);
        assertEquals(expected.bot(), actual.bot(), text);
        for (InputClause input : TABLE.inputs()) {
            assertEquals(expected.answers().value(input), actual.answers().value(input), input + " in\n" + text);
        }
    }

    private static AnswersFile read(String text) {
        return READER.read(new SourceFile("answers.yaml", text));
    }

    /** The lines that neither are an edited key, nor a section that an edit may have made, nor the bot's. */
    private static List<String> rest(String text, Set<String> keys) {
        List<String> marks = new ArrayList<>(keys.stream().map(key -> key + ":").toList());
        marks.addAll(
                List.of("needs:", "context:", "name:", "summary:", "bot:", "x1", "y2", "lines", "two", "replicas: 3,"));
        return Stream.of(text.split("(?<=\n)|(?<=\r)(?!\n)"))
                .filter(line -> marks.stream().noneMatch(line::contains))
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<Value> value(InputClause input) {
        if (random.nextInt(5) == 0) {
            return Optional.empty();
        }
        List<String> texts =
                input.domain() instanceof Domain.Words words ? words.allowed() : List.of("1", "20", "300000");
        return input.domain().parse(texts.get(random.nextInt(texts.size())));
    }

    private String summary() {
        String letters = "ab \"'\\:#,{}[]&*!|>%@`-?~=é機🤖0";
        StringBuilder text = new StringBuilder("s");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.appendCodePoint(
                    letters.codePoints().toArray()[random.nextInt(letters.codePointCount(0, letters.length()))]);
        }
        return text.toString().strip();
    }

    /** One edit each, with the whole text before and behind it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // a value keeps its quotes and what stands beside it
                "needs: {serverless: 'no' }           | needs: {serverless: 'must' }",
                "needs: {serverless: \"no\"} # why    | needs: {serverless: \"must\"} # why",
                "needs:~  serverless:   no   # why~   | needs:~  serverless:   must   # why~",
                "needs:~  serverless: unknown         | needs:~  serverless: must",
                // a key that is missing follows the last, in the same way
                "needs: {}                            | needs: {serverless: must}",
                "needs: {private-infrastructure: no}  | needs: {private-infrastructure: no, serverless: must}",
                "needs:~    private-infrastructure: no # why~~context: {} | needs:~    private-infrastructure: no #"
                        + " why~    serverless: must~~context: {}",
                "needs:~  private-infrastructure: >-~    no~~context: {} | needs:~  private-infrastructure: >-~    no~"
                        + "  serverless: must~~context: {}",
                // a section that is missing follows the last
                "context: {}                          | context: {}~needs:~  serverless: must",
                "context: {}~~# end~                  | context: {}~needs:~  serverless: must~~# end~",
            })
    void changesNothingButTheAnswer(String before, String after) {
        String head = "schema: 1\nbot: {name: x1}\n";
        InputClause serverless = TABLE.input("serverless").orElseThrow();
        AnswersText text = AnswersText.of(new SourceFile("answers.yaml", head + before.replace('~', '\n')));
        assertEquals(
                head + after.replace('~', '\n'),
                text.with(serverless, Optional.of(new Value.Word("must"))).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsThoseOfTheTextDo(String lineBreak) {
        String before = "schema: 1~bot: {name: x1}~needs:~  private-infrastructure: no~".replace("~", lineBreak);
        AnswersText text = AnswersText.of(new SourceFile("answers.yaml", before));

        text = text.with(TABLE.input("serverless").orElseThrow(), Optional.of(new Value.Word("must")));
        text = text.with(TABLE.input("replicas").orElseThrow(), Optional.of(new Value.Quantity(BigDecimal.TEN)));

        assertEquals(before + "  serverless: must~context:~  replicas: 10~".replace("~", lineBreak), text.text());
    }

    @Test
    void aSectionThatIsMissingBetweenBracesFollowsTheLast() {
        AnswersText text = AnswersText.of(new SourceFile("answers.yaml", "{schema: 1, bot: {name: x1}}"));

        assertEquals(
                "{schema: 1, bot: {name: x1}, needs: {serverless: must}}",
                text.with(TABLE.input("serverless").orElseThrow(), Optional.of(new Value.Word("must"))).text());
    }

    @Test
    void anEmptySummaryReplacesOneButMakesNone() {
        AnswersText named = AnswersText.naming("x1", "answers.yaml");

        assertEquals("schema: 1\nbot:\n  name: x1\n", named.withSummary("").text());
        assertEquals(new Bot("x1", "s"), read(named.withSummary("s").text()).bot());
        assertEquals(
                new Bot("x1", ""),
                read(named.withSummary("s").withSummary("").text()).bot());
    }

    @Test
    void writesAnAnswerThatIsTheSameByteForByte() {
        String text = "schema: 1\nbot:\n  name:   'x1'\nneeds:\n  serverless: \"must\"  # a\n";
        AnswersText same = AnswersText.of(new SourceFile("answers.yaml", text))
                .withName("x1")
                .withSummary("")
                .with(TABLE.input("serverless").orElseThrow(), Optional.of(new Value.Word("must")));
        assertEquals(text, same.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{serverless: &a no, private-infrastructure: *a}", "&a\n  serverless: no\ncontext: *a"})
    void refusesAliases(String needs) {
        String text = "schema: 1\nbot: {name: x1}\nneeds: " + needs + "\n";
        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> AnswersText.of(new SourceFile("answers.yaml", text)));
        assertTrue(refused.getMessage().contains("Spell out what the alias stands for."), refused.getMessage());
    }
}
