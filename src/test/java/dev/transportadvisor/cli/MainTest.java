package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "scaffold samples/deploy-bot.yaml                        | Missing required option: '--directory=DIR'",
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
                "rules explain                                           | Missing required parameter: 'ID'",
                "rules explain many-workspace                            | Did you mean `many-workspaces`?",
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
}
