package dev.transportadvisor.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * The text of one input, with the path as the user gave it, and its lines.
 *
 * <p>Lines end at LF, CRLF and CR as in an editor. YAML parsers also break lines at U+0085, U+2028
 * and U+2029, so their line numbers are never used; positions are computed here from offsets.
 */
public final class SourceFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String path;
    private final String text;
    private final boolean hasByteOrderMark;

    /** The text as it may be shown, of the same length. */
    private final String shown;

    /** Offset of the first character of each line. */
    private final int[] lineStarts;

    /** Offsets of the second halves of surrogate pairs: offsets at which no code point begins. */
    private final int[] lowSurrogates;

    public SourceFile(String path, String text) {
        this(path, text, false);
    }

    /** @param hasByteOrderMark whether one stands in front of the text, of which it is no part */
    public SourceFile(String path, String text, boolean hasByteOrderMark) {
        this(path, text, hasByteOrderMark, text);
    }

    private SourceFile(String path, String text, boolean hasByteOrderMark, String shown) {
        this.path = path;
        this.text = text;
        this.hasByteOrderMark = hasByteOrderMark;
        this.shown = shown;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0), IntStream.rangeClosed(1, text.length()).filter(this::startsLine))
                .toArray();
        this.lowSurrogates = IntStream.range(1, text.length())
                .filter(this::splitsSurrogatePair)
                .toArray();
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The text with its byte order mark, if it has one: what a file must hold. */
    public String content() {
        return hasByteOrderMark ? BYTE_ORDER_MARK + text : text;
    }

    /** The same file with another text. */
    public SourceFile withText(String other) {
        return new SourceFile(path, other, hasByteOrderMark);
    }

    /**
     * The same file, of which some stretches are never shown: {@link #line} has asterisks in their place. Positions and
     * {@link #text} stay as they are.
     */
    public SourceFile hiding(Collection<Span> secrets) {
        StringBuilder masked = new StringBuilder(shown);
        for (Span secret : secrets) {
            for (int i = secret.start().offset(); i < secret.end().offset(); i++) {
                boolean keepsWidth = !isBreak(masked.charAt(i)) && !Character.isSurrogate(masked.charAt(i));
                masked.setCharAt(i, keepsWidth ? '*' : masked.charAt(i));
            }
        }
        return new SourceFile(path, text, hasByteOrderMark, masked.toString());
    }

    /** A 1-based line as it may be shown, without its line break. */
    public String line(int number) {
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        while (end > start && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return shown.substring(start, end);
    }

    /** The position of a 0-based UTF-16 offset; one behind the end of the text is allowed. */
    public Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        int start = lineStarts[line];
        int column = offset - start - (lowSurrogatesBefore(offset) - lowSurrogatesBefore(start)) + 1;
        return new Position(offset, line + 1, column);
    }

    /** The position of a 0-based offset that counts code points instead of UTF-16 code units. */
    public Position positionOfCodePoint(int codePoints) {
        int low = 0;
        int high = lowSurrogates.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // The pair before this low surrogate begins at code point `offset - 1 - pairs before it`.
            if (lowSurrogates[middle] - 1 - middle < codePoints) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return position(codePoints + low);
    }

    /** The stretch between two 0-based UTF-16 offsets. */
    public Span span(int start, int end) {
        return new Span(position(start), position(end));
    }

    public Location location(Span span) {
        return new Location(this, span);
    }

    @Override
    public String toString() {
        return path;
    }

    private int lowSurrogatesBefore(int offset) {
        int found = Arrays.binarySearch(lowSurrogates, offset);
        return found >= 0 ? found : -found - 1;
    }

    private boolean startsLine(int offset) {
        char before = text.charAt(offset - 1);
        boolean insideCrLf = before == '\r' && offset < text.length() && text.charAt(offset) == '\n';
        return isBreak(before) && !insideCrLf;
    }

    private boolean splitsSurrogatePair(int offset) {
        return Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }
}
