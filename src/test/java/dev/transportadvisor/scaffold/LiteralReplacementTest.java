package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralReplacementTest {

    private static final Map<String, String> WORDS =
            Map.of("one", "two", "two", "three", "twofold", "double", "fold", "unfold", "$1", "\\0");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "one and two → two and three",
                "two and one → three and two",
                "oneone two → twotwo three",
                "one two one fold one → two three two unfold two",
                "twofold or twofolds → double or doubles",
                "onefold → twounfold",
                "$1 one → \\0 two",
                "nothing → nothing",
            })
    void replacesEachWordOnceAndTheLongerFirst(String text, String replaced) {
        assertEquals(replaced, LiteralReplacement.in(text, WORDS));
    }

    /** Who looks for 2,000 words to the end of the text before each of 20,000 reads a million million letters. */
    @Test
    void doesNotSearchAgainForWhatComesNoMore() {
        Map<String, String> words = new HashMap<>(Map.of("one", "two"));
        for (int i = 0; i < 2_000; i++) {
            words.put("absent" + i, "");
        }
        String text = "one ".repeat(20_000);

        assertEquals(
                text.replace("one", "two"),
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> LiteralReplacement.in(text, words)));
    }
}
