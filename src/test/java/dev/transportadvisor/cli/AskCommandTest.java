package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.testing.FileNames;
import dev.transportadvisor.testing.Golden;
import dev.transportadvisor.testing.SmallTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskCommandTest {

    private static final String END = "--- ends with status ";

    @TempDir
    Path parent;

    /** Its name is the default of the bot's name. */
    private Path folder;

    private Path answers;

    @BeforeEach
    void makeFolderWithTable() throws IOException {
        folder = Files.createDirectory(parent.resolve("Deploy bot 2"));
        answers = folder.resolve("answers.yaml");
        Files.copy(SmallTable.FILE, folder.resolve("transport.yaml"));
    }

    static List<String> stories() throws IOException {
        try (Stream<Path> files = Files.list(Golden.path("ask"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".story"))
                    .map(name -> name.replace(".story", ""))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The first line of a story is the command, the others are what an {@link Interviewee} replies. A file
     * {@code <story>.yaml} is the answers file that it starts with.
     */
    @ParameterizedTest
    @MethodSource("stories")
    void interviewGoesAsRecorded(String story) throws IOException {
        Run run = told(story);
        String file = Files.exists(answers) ? Files.readString(answers) : "(not there)\n";
        Golden.assertStory(
                "ask/" + story + ".expected",
                run.out() + "--- standard error\n" + run.err() + "--- answers.yaml\n" + file + END + run.status() + ", "
                        + outcome(story) + "\n",
                text -> text.substring(text.indexOf(END)));
    }

    private Run told(String story) throws IOException {
        Path before = Golden.path("ask/" + story + ".yaml");
        if (Files.exists(before)) {
            Files.copy(before, answers);
        }
        List<String> lines = Files.readAllLines(Golden.path("ask/" + story + ".story"));
        Interviewee interviewee = new Interviewee(table(lines.get(0)), lines.subList(1, lines.size()));
        Run run = Run.withTypist(folder, interviewee::keyboard, lines.get(0).split(" "));
        assertEquals(List.of(), interviewee.keysLeft(), "not asked, or not as often as the story has it");
        return run;
    }

    private static DecisionTable table(String command) {
        return command.contains("--rules")
                ? DecisionTableReader.read(SourceReader.read(SmallTable.FILE))
                : Builtin.knowledge().decisionTable();
    }

    /** What the answers lead to, for a program to read. */
    private String outcome(String story) throws IOException {
        String command = Files.readString(Golden.path("ask/" + story + ".story")).lines().findFirst().orElseThrow();
        String rules = command.contains("--rules") ? " --rules ." : "";
        return Outcome.in(Run.in(folder, "", ("recommend answers.yaml --format json" + rules).split(" "))
                .out());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void fits80Columns(String story) throws IOException {
        Files.readString(Golden.path("ask/" + story + ".expected"))
                .lines()
                .filter(line -> !line.contains("https://") && !line.startsWith("Answer"))
                .forEach(line -> assertTrue(line.length() <= 80, () -> "too wide: " + line));
    }

    @Test
    void recommendsExactlyAsRecommendDoes() throws IOException {
        Run run = told("straight-through");
        assertTrue(
                run.out()
                        .contains("\n\n"
                                + Run.in(folder, "", "recommend", "answers.yaml")
                                        .out() + "\n"),
                run.out());
    }

    @Test
    void whatItWritesIsReadBack() throws IOException {
        ask("x1\n");
        Run again = ask("\n\nmust\n");
        assertTrue(again.out().startsWith("Resuming answers.yaml: 0 answered."), again.out());
        assertEquals("schema: 1\nbot:\n  name: x1\nneeds:\n  door-to-door: must\n", Files.readString(answers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text\n",
                "schema: 2\nbot:\n  name: x1\n",
                "- a list\n",
                "schema: 1\nbot: {name: x1}\nmore: 1\n",
                "a: [\n"
            })
    void neverOverwritesWhatIsNoAnswersFile(String text) throws IOException {
        Files.writeString(answers, text);
        Run run = ask("x1\n\nmust\n");
        Run recommend = Run.in(folder, "", "recommend", "answers.yaml");
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertEquals(recommend.err(), run.err()),
                () -> assertEquals("", run.out()),
                () -> assertEquals(text, Files.readString(answers)));
    }

    @Test
    void refusesAliasesWhichAnEditWouldMultiply() throws IOException {
        String text = "schema: 1\nbot:\n  name: x1\nneeds:\n  reading: &no no\n  door-to-door: *no\n";
        Files.writeString(answers, text);
        Run run = ask("x1\n\nmust\n");
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertTrue(run.err().contains("answers.yaml:5:16: error: An alias stands for this"), run.err()),
                () -> assertEquals(text, Files.readString(answers)));
    }

    @Test
    void keepsTheByteOrderMarkAndLineBreaksOfAFileFromWindows() throws IOException {
        Files.writeString(answers, "\uFEFFschema: 1\r\nbot:\r\n  name: x1 # mine\r\n# the end\r\n");
        ask("\n\nmust\n");
        assertEquals(
                "\uFEFFschema: 1\r\nbot:\r\n  name: x1 # mine\r\nneeds:\r\n  door-to-door: must\r\n# the end\r\n",
                Files.readString(answers));
    }

    @Test
    void neverOverwritesWhatSomebodyElseWroteMeanwhile() throws IOException {
        String edit = "# my edit\n";
        Run run = typed("x1\n", () -> Files.writeString(answers, edit, StandardOpenOption.APPEND), "\nmust\n");
        assertEquals("schema: 1\nbot:\n  name: x1\n" + edit, Files.readString(answers));
        assertEquals(2, run.status());
        assertEquals(
                "error: answers.yaml has been changed by someone else since this interview last read or wrote it, so"
                        + " the answer `must` to needs.door-to-door was not written. To go on from what it says"
                        + " now, run ask again.\n",
                run.err());
    }

    @Test
    void neverOverwritesAFileThatSomebodyElseMadeMeanwhile() throws IOException {
        Run run = typed("", () -> ask("other\n"), "x1\n");
        assertEquals("schema: 1\nbot:\n  name: other\n", Files.readString(answers));
        assertEquals(2, run.status());
        assertTrue(run.err().contains("so the answer `x1` to bot.name was not written."), run.err());
    }

    @Test
    void writesAFileAgainThatSomebodyElseRemoved() throws IOException {
        Run run = typed("x1\n", () -> Files.delete(answers), "\nmust\n");
        assertEquals("schema: 1\nbot:\n  name: x1\nneeds:\n  door-to-door: must\n", Files.readString(answers));
        assertFalse(run.err().contains("error"), run.err());
    }

    private Run ask(String typed) {
        return ask(stream(typed));
    }

    private Run ask(InputStream typed) {
        return Run.in(folder, typed, "ask", "--rules", ".");
    }

    /** What happens in the middle of an interview. */
    private interface Event {
        void happen() throws IOException;
    }

    /** An interview in which something happens after the first lines have been taken and written. */
    private Run typed(String first, Event event, String rest) {
        InputStream happening = new InputStream() {
            private boolean hasHappened;

            @Override
            public int read() throws IOException {
                if (!hasHappened) {
                    hasHappened = true;
                    event.happen();
                }
                return -1;
            }
        };
        InputStream lines = new SequenceInputStream(
                Collections.enumeration(List.of(stream(first), happening, stream(rest))));
        return ask(lines);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void followsALinkToAFileThatIsNotThereYet() throws IOException {
        Files.createDirectory(folder.resolve("bots"));
        Files.createSymbolicLink(answers, Path.of("bots/x1.yaml"));
        ask("x1\n");
        assertEquals("schema: 1\nbot:\n  name: x1\n", Files.readString(folder.resolve("bots/x1.yaml")));
        assertTrue(Files.isSymbolicLink(answers));
    }

    @Test
    void asksNothingWhereALinkLeadsNowhere() throws IOException {
        Files.createSymbolicLink(answers, Path.of("no-folder/x1.yaml"));
        assertEquals(
                new Run(
                        2,
                        "",
                        "error: answers.yaml cannot be written: there is no such folder. Make it, or name another file"
                                + " with -o.\n"),
                ask("x1\n"));
        assertTrue(Files.isSymbolicLink(answers));
    }

    @Test
    void namesAFolderOfRulesInEachCommand() throws IOException {
        Run run = Run.in(folder, "x1\n\nmust\ntrue\nno\n", "ask", "-o", "my answers.yml", "--rules", ".");
        assertTrue(
                run.out()
                        .endsWith(
                                """
                Your answers are in my answers.yml. To repeat this:
                  transport-advisor recommend 'my answers.yml' --rules .
                  transport-advisor scaffold 'my answers.yml' --rules . -d x1
                """),
                run.out());
    }

    @Test
    void saysWhatWasWrongWhereNoAnswerWasRight() {
        Run run = ask("ab\0c\n");
        assertEquals(2, run.status());
        assertTrue(
                run.err()
                        .startsWith(
                                """
                There is no terminal to ask on and standard input holds no answer that is
                allowed. The name `ab\\u0000c` is not allowed. Use 2 to 31 lower-case letters,
                digits and hyphens, starting with a letter and ending with a letter or digit.
                Pipe answers in, one a line, or write these keys into answers.yaml:
                  bot.name: What is the bot called?
                """),
                run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y\n", "<\n", "?\n", "x1\n", "\u0000", "abc"})
    void aProgramThatAnswersNonsenseForEverComesToAnEnd(String nonsense) {
        Run run = ask(nonsense.repeat(20_000));
        assertEquals(2, run.status());
        assertFalse(run.err().contains("bug"), run.err());
    }

    @Test
    void aFolderWhoseNameIsNoBotNameIsNotOffered() throws IOException {
        FileNames.assumeThisLocaleHas("機械");
        Path kanji = Files.createDirectory(parent.resolve("機械"));
        assertTrue(Run.in(kanji, "", "ask").out().contains("Answer [my-bot]: "));
        assertTrue(ask("").out().contains("Answer [deploy-bot-2]: "));
    }
}
