package dev.transportadvisor.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.SmallTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotReaderTest {

    /** Any table, and some commands that Slack might have. */
    private static final AnswersReader READER = new AnswersReader(
            DecisionTableReader.read(SourceReader.read(SmallTable.FILE)),
            new BuiltinCommands(List.of(
                    new BuiltinCommands.Group("https://example.org/first", List.of("remind")),
                    new BuiltinCommands.Group("https://example.org/second", List.of("who", "dnd")))));

    private static final String THIRTY_ONE = "a234567890123456789012345678901";

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1", "deploy-bot", "a--b", "record", "var", "unknown", "no", THIRTY_ONE})
    void acceptsNamesThatFoldersArtifactsAndCommandsCanBear(String name) {
        assertEquals(name, bot("name: " + name).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "'1bot'",
                "-bot",
                "bot-",
                "Bot",
                "bot_1",
                "bot.x",
                "'bot '",
                "\"bot\\n\"",
                "../bot",
                "/bot",
                "böt",
                "''",
                "42",
                "~",
                THIRTY_ONE + "2"
            })
    void refusesOtherNamesAndSaysWhatIsAllowed(String name) {
        String problem = problem("name: " + name);

        assertEquals("2:13 The name", problem.substring(0, 13), problem);
        assertEquals(
                "is not allowed. Use 2 to 31 lower-case letters, digits and hyphens, starting with a letter and ending"
                        + " with a letter or digit.",
                problem.substring(problem.indexOf("is not")),
                problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "default", "int", "true", "null"})
    void refusesWordsOfJava(String name) {
        assertEquals(
                "2:13 The name `" + name + "` is a Java keyword. Choose another, such as `" + name + "-bot`.",
                problem("name: " + name));
    }

    @ParameterizedTest
    @CsvSource({"remind, first", "who, second", "dnd, second"})
    void refusesNamesOfSlacksOwnCommandsWithTheSource(String name, String source) {
        assertEquals(
                "2:13 The name `" + name + "` belongs to Slack's own command `/" + name + "`. Choose another, such as `"
                        + name + "-bot` (https://example.org/" + source + ").",
                problem("name: " + name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | ''",
                "'  Deploys  '               | Deploys",
                "'Says “grüezi” 👩‍💻'          | Says “grüezi” 👩‍💻",
                "no                          | no",
                "42                          | 42",
            })
    void readsASummaryAsItIs(String text, String summary) {
        assertEquals(
                summary,
                bot("name: deploy-bot, summary: \"" + text.replace("'", "") + "\"")
                        .summary());
    }

    @Test
    void aSummaryIsAsLongAsSlackAllows() {
        assertEquals(
                280,
                bot("name: deploy-bot, summary: " + "😀".repeat(140)).summary().length());
        assertEquals(
                "2:34 The summary is longer than 140 characters, the most that Slack shows of an app. Shorten it.",
                problem("name: deploy-bot, summary: " + "x".repeat(141)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two\\nlines", "a\\tb", "red \\e[31m", "two\\u2028lines", "reads \\u202Esdrawkcab", "x\\u200Bx"})
    void aSummaryIsOneLineOfWhatCanBeSeen(String escaped) {
        String problem = problem("name: deploy-bot, summary: \"" + escaped + "\"");

        assertEquals(
                "holds a line break or another invisible character. Use one line of text.",
                problem.substring(problem.indexOf("holds")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: [deploy]               | 2:13 `name` in `bot` must be a single value, not a list.",
                "name: b1, sumary: x          | 2:17 Unknown key `sumary` in `bot`. Did you mean `summary`? Allowed:"
                        + " name, summary, language, systems.",
                "name: b1, summary: {a: b}    | 2:26 `summary` in `bot` must be a single value, not a mapping.",
            })
    void saysWhatElseIsWrong(String bot, String problem) {
        assertEquals(problem, problem(bot));
    }

    private static Bot bot(String entries) {
        return READER.read(file(entries)).bot();
    }

    private static SourceFile file(String entries) {
        return new SourceFile("answers.yaml", "schema: 1\nbot: {" + entries + "}\n");
    }

    private static String problem(String entries) {
        List<String> problems =
                AnswersReaderTest.problems(assertThrows(InputException.class, () -> READER.read(file(entries))));
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }

    @Test
    void readsTheLanguageAndTheSystems() {
        Bot bot = read("bot: {name: deploy-bot, language: python, systems: [jenkins, argo-cd]}");

        assertEquals(Optional.of("python"), bot.language());
        assertEquals(List.of("jenkins", "argo-cd"), bot.systems());
        assertEquals(Optional.empty(), read("bot: {name: deploy-bot, language: unknown}").language());
        assertEquals(List.of(), read("bot: {name: deploy-bot, systems: unknown}").systems());
    }

    private static Bot read(String bot) {
        return READER.read(new SourceFile("answers.yaml", "schema: 1\n" + bot + "\n"))
                .bot();
    }
}
