package dev.transportadvisor.source;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Where the lines of a text begin, and which of its characters are halves. */
final class LineIndex {

    private static final Pattern BREAK = Pattern.compile("\\r\\n?|\\n");

    private final String text;

    /** Offset of the first character of each line. */
    private final int[] starts;

    /** Offsets of the second halves of surrogate pairs: offsets at which no code point begins. */
    private final int[] lowSurrogates;

    LineIndex(String text) {
        this.text = text;
        this.starts = IntStream.concat(IntStream.of(0), BREAK.matcher(text).results().mapToInt(MatchResult::end))
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
