package dev.transportadvisor.source;

import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Text of an input as it may be shown in a message. */
public final class Quoted {

    private static final int MAX_QUOTE = 60;
    private static final int MAX_SENTENCE = 300;

    /** The last two are U+200C and U+200D. */
    private static final String WRITTEN = "\r\n\t\u200c\u200d";

    private Quoted() {}

    /** The text in backticks, shortened, and made harmless as {@link #visible} does. */
    public static String of(String text) {
        return "`" + shortened(text, MAX_QUOTE) + "`";
    }

    /** A parser's sentence, which may repeat a stretch of the input of any length. */
    static String shortened(String sentence) {
        return shortened(sentence, MAX_SENTENCE);
    }

    /** Control characters written as escapes: a terminal must not obey what stands in a file. */
    public static String visible(String text) {
        return isVisible(text) ? text : escaped(text);
    }

    /**
     * The first character that {@link #visible} would escape, and that is no part of written text as line breaks, tabs
     * and the joiners of words and of emoji are.
     */
    static OptionalInt firstInvisible(String text) {
        return text.codePoints().filter(c -> isInvisible(c) && WRITTEN.indexOf(c) < 0).findFirst();
    }

    /** True of nearly every text, which a report of many findings must not take apart. */
    private static boolean isVisible(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isPrintableAscii(text.charAt(at))) {
                return text.codePoints().noneMatch(Quoted::isInvisible);
            }
        }
        return true;
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> isInvisible(c) ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String shortened(String text, int most) {
        boolean whole = text.codePointCount(0, text.length()) <= most;
        return visible(whole ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "…");
    }

    private static boolean isInvisible(int codePoint) {
        return !isPrintableAscii(codePoint) && isInvisibleType(codePoint);
    }

    private static boolean isPrintableAscii(int codePoint) {
        return codePoint >= ' ' && codePoint <= '~';
    }

    private static boolean isInvisibleType(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // FORMAT holds the marks that reverse the direction of text and so disguise it.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
