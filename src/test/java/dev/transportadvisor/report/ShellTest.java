package dev.transportadvisor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {

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
}
