package dev.transportadvisor.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a text begin, and which of its characters are halves. */
final class LineIndex {

    private final String text;

    /** Offset of the first character of each line. */
    private final int[] starts;

    /** Offsets of the second halves of surrogate pairs: offsets at which no code point begins. */
    private final int[] lowSurrogates;

    LineIndex(String text) {
        this.text = text;
        this.starts = starts();
        boolean hasPairs = text.codePointCount(0, text.length()) < text.length();
        this.lowSurrogates = hasPairs
                ? IntStream.range(1, text.length())
                        .filter(this::splitsSurrogatePair)
                        .toArray()
                : new int[0];
    }

    private int[] starts() {
        int[] found = new int[64];
        int lines = 1;
        int feed = next('\n', 0);
        int carriageReturn = next('\r', 0);
        while (Math.min(feed, carriageReturn) < text.length()) {
            int start = carriageReturn == feed - 1 ? feed + 1 : Math.min(feed, carriageReturn) + 1;
            found = lines < found.length ? found : Arrays.copyOf(found, 2 * lines);
            found[lines++] = start;
            // Each searched for on its own, by Java itself: to look at one character after the other takes longer.
            feed = feed < start ? next('\n', start) : feed;
            carriageReturn = carriageReturn < start ? next('\r', start) : carriageReturn;
        }
        return Arrays.copyOf(found, lines);
    }

    /** Where a character stands next; beyond the text if it does not. */
    private int next(char character, int from) {
        int found = text.indexOf(character, from);
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    /** The text of a 1-based line without its line break. */
    String line(int number) {
        int start = starts[number - 1];
        int end = number < starts.length ? starts[number] : text.length();
        while (end > start && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The position of a 0-based UTF-16 offset; one behind the end of the text is allowed. */
    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        int start = starts[line];
        int column = offset - start - (lowSurrogatesBefore(offset) - lowSurrogatesBefore(start)) + 1;
        return new Position(offset, line + 1, column);
    }

    /** The position of a 0-based offset that counts code points instead of UTF-16 code units. */
    Position positionOfCodePoint(int codePoints) {
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

    private int lowSurrogatesBefore(int offset) {
        int found = Arrays.binarySearch(lowSurrogates, offset);
        return found >= 0 ? found : -found - 1;
    }

    private boolean splitsSurrogatePair(int offset) {
        return Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }
}
