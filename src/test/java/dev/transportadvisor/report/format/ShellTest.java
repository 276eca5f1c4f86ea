package dev.transportadvisor.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/opt/a_b-c.d/x@1,2:3+4=5%  | /opt/a_b-c.d/x@1,2:3+4=5%",
                "\"\"                     | ''",
                "two words                  | 'two words'",
                "it's                       | 'it'\\''s'",
                "$HOME                      | '$HOME'",
                "a*                         | 'a*'",
                "Büro                       | 'Büro'",
                "~                          | '~'",
            })
    void takesEverythingFromTheShellThatItWouldTakeApart(String argument, String quoted) {
        assertEquals(quoted, Shell.quote(argument));
    }

    /** A terminal would obey the one, and text would run backwards behind the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "b\u001b[31m       | $'b\\033[31m'",
                "\"two\nlines\"    | $'two\\012lines'",
                "Bü\u202Ero 'x'    | $'Bü\\342\\200\\256ro \\'x\\''",
                "a\\b\tc           | $'a\\\\b\\011c'",
            })
    void showsNothingThatATerminalObeys(String argument, String quoted) {
        assertEquals(quoted, Shell.quote(argument));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b\u001b[31m", "two\nlines", "Bü\u202Ero 'x'", "\u00011\t\u0085\\", "$'x'", "it's"})
    void isReadByAShellAsItWas(String argument) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(bin -> Files.exists(Path.of(bin, "bash"))),
                "Skipped: needs bash");
        Path script = Files.writeString(folder.resolve("script"), "printf %s " + Shell.quote(argument));
        Finished run = Finished.run(folder, Map.of(), 10, List.of("bash", script.toString()));
        assertEquals(new Finished(0, argument, ""), run);
    }
}
