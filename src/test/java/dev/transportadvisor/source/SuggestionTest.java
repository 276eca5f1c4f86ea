package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

    private static final List<String> ALLOWED = List.of(
            "must",
            "should",
            "nice",
            "no",
            "unknown",
            "serverless",
            "horizontal-autoscaling",
            "bot_events",
            "socket_mode_enabled");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        // a letter too few, too many, wrong
        "serverles,               serverless",
        "serverlesss,             serverless",
        "cerverless,              serverless",
        "mus,                     must",
        "nicee,                   nice",
        "shuld,                   should",
        // neighbours swapped
        "msut,                    must",
        "shoudl,                  should",
        "on,                      no",
        // case and joints
        "MUST,                    must",
        "Serverless,              serverless",
        "horizontal_autoscaling,  horizontal-autoscaling",
        "horizontal autoscaling,  horizontal-autoscaling",
        "bot-events,              bot_events",
        "bot_event,               bot_events",
        "socket_mode_enable,      socket_mode_enabled",
        // a third of a long word
        "horizontal-autoscale,    horizontal-autoscaling",
    })
    void findsTheWordThatWasMeant(String word, String meant) {
        assertEquals(Optional.of(meant), Suggestion.nearest(word, ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "yes", "nope", "banana", "me", "high", "less", "1", "😀"})
    void guessesNothingForAWordThatIsFarFromAll(String word) {
        assertEquals(Optional.empty(), Suggestion.nearest(word, ALLOWED));
    }

    @Test
    void amongEquallyNearWordsTheFirstOfTheAlphabetWins() {
        assertEquals(Optional.of("bat"), Suggestion.nearest("zat", List.of("cat", "bat")));
        assertEquals(Optional.of("bat"), Suggestion.nearest("zat", List.of("bat", "cat")));
    }

    @Test
    void amongEquallyNearWordsNoneIsTheOnlyNearest() {
        assertEquals(Optional.empty(), Suggestion.onlyNearest("zat", List.of("cat", "bat")));
        assertEquals(Optional.of("cat"), Suggestion.onlyNearest("caat", List.of("cat", "bat")));
        assertEquals(Optional.empty(), Suggestion.onlyNearest("banana", List.of("cat", "bat")));
    }

    @Test
    void noJointCountsOnEitherSide() {
        assertEquals(Optional.of("a_b_c"), Suggestion.nearest("a-b c", List.of("a_b_c")));
    }

    @Test
    void saysWhatIsAllowedInTheGivenOrder() {
        assertEquals(
                "Did you mean `must`? Allowed: should, must, no.",
                Suggestion.sentence("musst", List.of("should", "must", "no")));
        assertEquals("Allowed: should, must, no.", Suggestion.sentence("banana", List.of("should", "must", "no")));
    }

    @Test
    void asksForTheNearestWordIfThereIsOne() {
        assertEquals(" Did you mean `must`?", Suggestion.question("musst", ALLOWED));
        assertEquals("", Suggestion.question("banana", ALLOWED));
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "must,   must, true",
        "Must,   must, true",
        "mst,    must, true",
        "ms,     must, true",
        "m,      must, false",
        "banana, must, false"
    })
    void aSlipIsUpToTwoEdits(String word, String meant, boolean slip) {
        assertEquals(slip, Suggestion.isSlip(word, meant));
    }

    @Test
    void aWordOfAMebibyteCostsNothing() {
        String huge = "x".repeat(1 << 20);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertEquals(Optional.empty(), Suggestion.nearest(huge, ALLOWED)));
    }

    @Test
    void aWordOfOneLetterIsNotGuessedFromAnother() {
        assertEquals(Optional.empty(), Suggestion.nearest("x", List.of("y")));
    }
}
