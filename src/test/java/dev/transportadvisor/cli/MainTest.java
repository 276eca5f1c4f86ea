package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.console.Program;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

class MainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "                                                        | Usage: transport-advisor",
                "recomend samples/deploy-bot.yaml                        | Did you mean recommend?",
                "recommend                                               | Missing required parameter: 'ANSWERS'",
                "recommend samples/deploy-bot.yaml more.yaml             | Unmatched argument at index 2: 'more.yaml'",
                "recommend samples/deploy-bot.yaml --formt json          | Did you mean --format?",
                "recommend samples/deploy-bot.yaml --format xml          | 'xml' is no format. Allowed: text, json,"
                        + " markdown",
                "recommend samples/deploy-bot.yaml --date yesterday      | 'yesterday' is no date. Write it as"
                        + " 2026-11-24",
                "recommend samples/deploy-bot.yaml --expect socketmode   | Did you mean `socket-mode`?",
                "recommend samples/no-such.yaml                          | samples/no-such.yaml: there is no such"
                        + " file.",
                "recommend samples                                       | samples is a directory. Name a file.",
                "recommend samples/deploy-bot.yaml --rules samples       | samples/transport.yaml: there is no such"
                        + " file.",
                "scaffold samples/deploy-bot.yaml --directory=            | Invalid value for option '--directory'",
                "ask answers.yaml                                        | Unmatched argument at index 1:"
                        + " 'answers.yaml'",
                "ask -o answers.json                                      | Name a file that ends in .yaml or .yml,"
                        + " not answers.json.",
                "ask -o no/such/folder/answers.yaml                       | there is no such folder. Make it, or name"
                        + " another file with -o.",
                "ask -o samples/deploy-bot.yaml --rules samples          | samples/transport.yaml: there is no such"
                        + " file.",
                "ask -o rules/transport.yaml                              | Missing key `bot` in the answers file.",
                "lint                                                    | Missing required parameter: 'MANIFEST'",
                "rules                                                   | Usage: transport-advisor rules",
                "rules explain                                           | Missing required parameter: 'WORD'",
                "rules explain many-workspace                            | Did you mean `many-workspaces`?",
                "simulate --port abc                                     | Invalid value for option '--port': 'abc' is"
                        + " no whole number from 0 to 65535.",
                "simulate --port 99999999999                             | '99999999999' is no whole number from 0 to"
                        + " 65535.",
                "simulate --time-scale 1.5                               | Invalid value for option '--time-scale':"
                        + " '1.5' is no whole number from 1 to 100000.",
                "drill . --port abc                                      | Invalid value for option '--port': 'abc' is"
                        + " no whole number from 0 to 65535.",
                "drill . --timeout 60s                                   | Invalid value for option '--timeout': '60s'"
                        + " is no whole number from 1 to 3600.",
                "rules check samples                                     | samples/transport.yaml: there is no such"
                        + " file.",
            })
    void wrongUsageExitsWithTwoAndSaysWhatToDo(String line, String message) {
        Run run = line == null ? Run.of() : Run.of(line.split(" "));
        assertAll(
                () -> assertEquals(2, run.status()),
                () -> assertEquals("", run.out()),
                () -> assertTrue(run.err().contains(message), run.err()),
                () -> assertFalse(run.err().contains("\tat "), run.err()));
    }

    @Test
    void anEmptyFolderIsSaidToBeEmpty() {
        assertEquals("error: The name of the folder is empty.\n", Run.of("drill", "").err());
        assertEquals(
                "error: Invalid value for positional parameter at index 0 (DIR): the name is empty.\n"
                        + "See: transport-advisor rules check --help\n",
                Run.of("rules", "check", "").err());
    }

    /** Each command with each of its options that name a file or a folder. */
    static List<String> paths() {
        return withSubcommands(Main.everyCommand())
                .flatMap(command -> command.options().stream()
                        .filter(option -> List.of("FILE", "DIR", "MANIFEST").contains(option.paramLabel()))
                        .map(option -> command.qualifiedName() + " " + option.longestName()))
                .toList();
    }

    private static Stream<CommandSpec> withSubcommands(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream()
                        .flatMap(subcommand -> withSubcommands(subcommand.getCommandSpec())));
    }

    /** As from a variable of a shell that was not set. */
    @ParameterizedTest
    @MethodSource("paths")
    void anEmptyPathIsSaidToBeEmpty(String line) {
        int last = line.lastIndexOf(' ');
        Run run = Run.of((line + "=").replace(Program.NAME + " ", "").split(" "));
        assertEquals(2, run.status());
        assertEquals(
                "error: Invalid value for option '" + line.substring(last + 1) + "': the name is empty.\nSee: "
                        + line.substring(0, last) + " --help\n",
                run.err());
    }

    /** As in a container with a limit of processes; what needs memory instead is said as before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unable to create native thread: possibly out of memory or process/resource limits reached |"
                        + " error: The system lets Java start no more threads. ",
                "Java heap space | error: Java has run out of memory. ",
            })
    void whatIsMissingIsNamed(String reason, String message) {
        InputStream exhausted = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError(reason);
            }
        };

        Run run = Run.in(Path.of(""), exhausted, "lint", "-");

        assertEquals(3, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith(message), run.err());
    }
}
