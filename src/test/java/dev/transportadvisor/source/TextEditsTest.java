package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEditsTest {

    private static final SourceFile FILE = new SourceFile("f.yaml", "abcdef");

    @Test
    void appliesEditsInTheOrderOfTheText() {
        List<TextEdit> edits = List.of(edit(5, 6, ""), edit(4, 4, "YZ"), edit(1, 3, "X"));
        assertEquals("aXdYZe", TextEdits.apply(FILE.text(), edits));
    }

    @Test
    void insertsBehindWhatIsTakenAwayInFront() {
        List<TextEdit> edits = List.of(edit(3, 3, "X"), edit(3, 3, "Y"), edit(1, 3, ""));
        assertEquals("aXYdef", TextEdits.apply(FILE.text(), edits));
    }

    @Test
    void refusesEditsThatOverlap() {
        List<TextEdit> edits = List.of(edit(1, 3, ""), edit(2, 2, "X"));
        assertTrue(TextEdits.doOverlap(edits));
        assertFalse(TextEdits.doOverlap(List.of(edit(1, 3, ""), edit(3, 3, "X"))));
        assertThrows(IllegalArgumentException.class, () -> TextEdits.apply(FILE.text(), edits));
    }

    @ParameterizedTest
    @CsvSource({"abcdef, ''", "abXdef, X", "abccdef, c", "abef, ''", "'', ''", "abcde\uD83E\uDD16, \uD83E\uDD16"})
    void findsTheShortestEditBetweenTwoTexts(String after, String replacement) {
        TextEdit edit = TextEdits.between(FILE, after);
        assertEquals(replacement, edit.replacement());
        assertEquals(after, TextEdits.apply(FILE.text(), List.of(edit)));
    }

    @Test
    void neverSplitsACharacter() {
        SourceFile file = new SourceFile("f.yaml", "a\uD83E\uDD16b");
        assertEquals("\uD83E\uDD17", TextEdits.between(file, "a\uD83E\uDD17b").replacement());
        assertEquals("\uD83D\uDD16", TextEdits.between(file, "a\uD83D\uDD16b").replacement());
    }

    private static TextEdit edit(int start, int end, String replacement) {
        return new TextEdit(FILE.span(start, end), replacement);
    }
}
