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
        this.starts = IntStream.rangeClosed(0, text.length())
                .filter(this::beginsLine)
                .toArray();
        boolean hasPairs = text.codePointCount(0, text.length()) < text.length();
        this.lowSurrogates = hasPairs
                ? IntStream.range(1, text.length())
                        .filter(this::splitsSurrogatePair)
                        .toArray()
                : new int[0];
    }

    /** The text of a 1-based line without its line break. */
    String line(int number) {
        return text.substring(starts[number - 1], end(number));
    }

    /** How many code points a 1-based line has, without its line break. */
    int length(int number) {
        return codePointsBefore(end(number)) - codePointsBefore(starts[number - 1]);
    }

    /** A part of a 1-based line between two 0-based code points of it; how long the line is makes no difference. */
    String part(int number, int from, int to) {
        int start = codePointsBefore(starts[number - 1]);
        return text.substring(offset(start + from), offset(start + to));
    }

    private int end(int number) {
        int start = starts[number - 1];
        int end = number < starts.length ? starts[number] : text.length();
        while (end > start && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The position of a 0-based UTF-16 offset; one behind the end of the text is allowed. */
    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        int start = starts[line];
        return new Position(offset, line + 1, codePointsBefore(offset) - codePointsBefore(start) + 1);
    }

    /** The position of a 0-based offset that counts code points instead of UTF-16 code units. */
    Position positionOfCodePoint(int codePoints) {
        return position(offset(codePoints));
    }

    private int offset(int codePoints) {
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
        return codePoints + low;
    }

    private int codePointsBefore(int offset) {
        int found = Arrays.binarySearch(lowSurrogates, offset);
        return offset - (found >= 0 ? found : -found - 1);
    }

    private boolean beginsLine(int offset) {
        if (offset == 0) {
            return true;
        }
        char before = text.charAt(offset - 1);
        return before == '\n' || before == '\r' && !text.startsWith("\n", offset);
    }

    private boolean splitsSurrogatePair(int offset) {
        return Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }
}
