package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("deploy-bot", "deploy-bot"),
                arguments("Grüße 你好 😀 `x`", "Grüße 你好 😀 `x`"),
                arguments("\u001B[31mred", "\\u001b[31mred"),
                arguments("\u009B31mred", "\\u009b31mred"),
                arguments("bell\u0007 tab\t", "bell\\u0007 tab\\u0009"),
                arguments("two\r\nlines", "two\\u000d\\u000alines"),
                arguments("next\u0085line", "next\\u0085line"),
                arguments("line\u2028paragraph\u2029", "line\\u2028paragraph\\u2029"),
                arguments("abc\u202Efed", "abc\\u202efed"),
                arguments("\u2066isolate\u2069", "\\u2066isolate\\u2069"),
                arguments("zero\u200Bwidth\uFEFF", "zero\\u200bwidth\\ufeff"),
                arguments("half\uD83D", "half\\ud83d"),
                arguments("", ""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("texts")
    void showsWhatATerminalWouldObeyOrHide(String text, String visible) {
        assertEquals(visible, Quoted.visible(text));
        assertEquals("`" + visible + "`", Quoted.of(text));
    }

    @Test
    void shortensAfterSixtyCharactersAndNeverInsideOne() {
        String sixty = "😀".repeat(60);

        assertEquals("`" + sixty + "`", Quoted.of(sixty));
        assertEquals("`" + sixty + "…`", Quoted.of(sixty + "x"));
    }

    @Test
    void aProblemIsOneHarmlessLineWhateverItHolds() {
        InputException e = new InputException("\u001B[2J.yaml:\nbad");

        assertEquals("\\u001b[2J.yaml:\\u000abad", e.getMessage());
        assertEquals(e.getMessage(), e.problems().get(0).message());
    }
}
