package dev.transportadvisor.lint.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineReaderTest {

    @Test
    void readsTheFindingsOnRecord() {
        Baseline baseline = read(
                """
                {"schema": 1, "findings": [
                  {"file": "b.yaml", "rule": "plain-http-url", "pointer": "/a"},
                  {"file": "a.yaml", "rule": "forgotten-rule", "pointer": ""}
                ]}
                """);

        assertEquals(
                List.of(
                        new Baseline.Entry("a.yaml", "forgotten-rule", ""),
                        new Baseline.Entry("b.yaml", "plain-http-url", "/a")),
                List.copyOf(baseline.entries()));
    }

    @Test
    void saysWhatIsWrongAllAtOnce() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> read("{\"findings\": [{\"file\": \"\", \"rule\": \"r\", \"line\": 1}], \"x\": 1}"));

        assertEquals(
                """
                b.json:1:1: Missing key `schema` in the baseline.
                b.json:1:15: Missing key `pointer` in an entry of `findings`.
                b.json:1:24: `file` in an entry of `findings` is empty.
                b.json:1:41: Unknown key `line` in an entry of `findings`. Allowed: file, rule, pointer.
                b.json:1:54: Unknown key `x` in the baseline. Allowed: schema, findings.""",
                refusal.getMessage());
    }

    @Test
    void noNameOfAFileHoldsANulCharacter() {
        for (String file : List.of("\\u0000", "a\\u0000.yaml")) {
            InputException refusal = assertThrows(
                    InputException.class,
                    () -> read("{\"schema\": 1, \"findings\": [{\"file\": \"" + file
                            + "\", \"rule\": \"r\", \"pointer\": \"\"}]}"));

            assertEquals("b.json:1:37: No name of a file holds a NUL character.", refusal.getMessage());
        }
    }

    private static Baseline read(String text) {
        return BaselineReader.read(new SourceFile("b.json", text));
    }
}
