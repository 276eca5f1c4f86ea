package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceFileTest {

    private static final String EMOJI = "\uD83D\uDE00";

    static Stream<Arguments> breaks() {
        return Stream.of(
                arguments("", 0, "1:1"),
                arguments("ab", 0, "1:1"),
                arguments("ab", 2, "1:3"),
                arguments("a\nb", 1, "1:2"),
                arguments("a\nb", 2, "2:1"),
                arguments("a\n", 2, "2:1"),
                arguments("a\r\nb", 1, "1:2"),
                arguments("a\r\nb", 2, "1:3"),
                arguments("a\r\nb", 3, "2:1"),
                arguments("a\r\n", 3, "2:1"),
                arguments("a\rb", 2, "2:1"),
                arguments("a\r", 2, "2:1"),
                arguments("a\r\rb", 3, "3:1"),
                arguments("a\n\rb", 3, "3:1"),
                arguments("a\u2028b", 2, "1:3"),
                arguments("a\u2029b", 2, "1:3"),
                arguments("a\u0085b", 2, "1:3"),
                arguments("a\u000Bb", 2, "1:3"),
                arguments("a\fb", 2, "1:3"),
                arguments("a\tb", 2, "1:3"),
                // between the halves of a code point, where some parsers stop
                arguments(EMOJI, 1, "1:2"),
                arguments(EMOJI + "\n" + EMOJI, 4, "2:2"));
    }

    @ParameterizedTest(name = "{index}: offset {1} is at {2}")
    @MethodSource("breaks")
    void linesBreakOnlyAtLfCrLfAndCr(String text, int offset, String place) {
        Position position = new SourceFile("f", text).position(offset);

        assertEquals(place, position.line() + ":" + position.column());
        assertEquals(offset, position.offset());
    }

    @ParameterizedTest(name = "offset {0} is column {1}")
    @CsvSource({"0, 1", "1, 2", "3, 3", "4, 4", "6, 5"})
    void columnsCountCodePoints(int offset, int column) {
        SourceFile file = new SourceFile("f", "a" + EMOJI + "b" + EMOJI);

        assertEquals(new Position(offset, 1, column), file.position(offset));
    }

    @Test
    void columnsStartAnewOnEachLine() {
        SourceFile file = new SourceFile("f", EMOJI + EMOJI + "\n" + EMOJI + "x");

        assertEquals(new Position(7, 2, 2), file.position(7));
    }

    @ParameterizedTest(name = "code point {0} is offset {1}")
    @CsvSource({"0, 0", "1, 1", "2, 3", "3, 5", "4, 6", "5, 7", "6, 9"})
    void offsetsOfCodePointsBecomeOffsetsOfChars(int codePoints, int offset) {
        SourceFile file = new SourceFile("f", "a" + EMOJI + EMOJI + "b\n" + EMOJI);

        assertEquals(file.position(offset), file.positionOfCodePoint(codePoints));
    }

    @Test
    void aLoneSurrogateIsACodePointOfItsOwn() {
        SourceFile file = new SourceFile("f", "\uDE00\uD83Dx" + EMOJI + "y");

        assertEquals(new Position(5, 1, 5), file.position(5));
        assertEquals(5, file.positionOfCodePoint(4).offset());
    }

    @ParameterizedTest(name = "line {0} is \"{1}\"")
    @CsvSource({"1, a", "2, b", "3, ''", "4, c", "5, ''"})
    void aLineComesWithoutItsBreak(int number, String text) {
        assertEquals(text, new SourceFile("f", "a\nb\r\n\rc\n").line(number));
    }

    @Test
    void theLastLineNeedsNoBreak() {
        assertEquals("b\u2028c", new SourceFile("f", "a\nb\u2028c").line(2));
    }

    @Test
    void thereIsNoLineBehindTheLast() {
        assertThrows(IndexOutOfBoundsException.class, () -> new SourceFile("f", "a").line(2));
    }

    @Test
    void aLocationReadsAsEditorsExpectIt() {
        SourceFile file = new SourceFile("dir/f.yaml", "a\nbc");

        assertEquals(
                "dir/f.yaml:2:2",
                file.location(new Span(file.position(3), file.position(4))).toString());
    }

    @Test
    void aPathCannotCommandTheTerminal() {
        SourceFile file = new SourceFile("\u001B[2Jf.yaml", "a");

        assertEquals(
                "\\u001b[2Jf.yaml:1:1",
                file.location(new Span(file.position(0), file.position(1))).toString());
    }

    @Test
    void theContentOfAFileBeginsWithTheByteOrderMarkThatItHas() {
        SourceFile marked = new SourceFile("f.yaml", "a: 1\n", true);

        assertEquals("\uFEFFa: 1\n", marked.content());
        assertEquals("\uFEFFa: 2\n", marked.withText("a: 2\n").content());
        assertEquals("a: 1\n", new SourceFile("f.yaml", "a: 1\n").content());
    }

    @Test
    void whatWasParsedIsKeptUntilItIsDropped() {
        SourceFile file = new SourceFile("f.yaml", "a: 1\n", true);
        SourceFile parsed = DocumentReader.parsed(file);

        assertSame(DocumentReader.read(parsed), DocumentReader.read(parsed));
        assertEquals(file.content(), parsed.content());
        SourceFile unparsed = parsed.unparsed();
        assertNotSame(DocumentReader.read(unparsed), DocumentReader.read(unparsed));
        assertEquals(file.content(), unparsed.content());
        assertSame(file, file.unparsed());
    }

    @Test
    void aFileIsNamedByItsPath() {
        assertEquals("dir/f.yaml", new SourceFile("dir/f.yaml", "a").toString());
    }

    @Test
    void whatIsHiddenHasAsterisksInItsPlace() {
        SourceFile file = new SourceFile("f", "a: secret " + EMOJI + "\r\nmore\n");
        Span hidden = new Span(file.position(3), file.position(16));

        SourceFile shown = file.hiding(List.of(hidden));

        assertEquals("a: *******" + EMOJI, shown.line(1));
        assertEquals("**re", shown.line(2));
        assertEquals(file.text(), shown.text());
        assertEquals(file.position(16), shown.position(16));
        assertEquals("a: secret " + EMOJI, file.line(1));
    }
}
