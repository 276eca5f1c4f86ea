package dev.transportadvisor.source;

import java.util.regex.Pattern;

/** One line of text as YAML spells it. */
public final class YamlScalar {

    /** A colon inside a word, as in {@code chat:write}. Digits around it would make a number of base 60. */
    private static final String COLON = "(?<=\\p{L}):(?=\\p{L})";

    /** Letters, digits, and punctuation that means nothing to YAML between them; never a blank at the end. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}0-9](?:(?:[\\p{L}0-9 ,.()/'_-]|" + COLON + ")*[\\p{L}0-9.)])?");

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}0-9](?:(?:[\\p{L}0-9 ./_-]|" + COLON + ")*[\\p{L}0-9.])?");

    private YamlScalar() {}

    /** As a value in a block. */
    public static String of(String value) {
        return PLAIN.matcher(value).matches() ? value : doubleQuoted(value);
    }

    /** Between braces, where a comma ends a value. */
    public static String inFlow(String value) {
        return WORD.matcher(value).matches() ? value : doubleQuoted(value);
    }

    /** In the quotes of the old spelling, and with the line breaks that it ends with; nothing may be old. */
    public static String inPlaceOf(String old, String value) {
        if (old.isEmpty()) {
            return " " + inFlow(value);
        }
        String content = old.stripTrailing();
        String blanks = old.substring(content.length());
        if (content.startsWith("\"")) {
            return doubleQuoted(value) + blanks;
        }
        return (content.startsWith("'") ? singleQuoted(value) : inFlow(value)) + blanks;
    }

    private static String singleQuoted(String value) {
        return isPrintable(value) ? "'" + value.replace("'", "''") + "'" : doubleQuoted(value);
    }

    private static String doubleQuoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append("\\U%08x".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(String value) {
        return value.codePoints().allMatch(YamlScalar::isPrintable);
    }

    /** What YAML allows in a text; the rest must be escaped (YAML 1.1, section 5.1). */
    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~'
                || c >= 0xA0 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF
                || c >= 0x10000;
    }
}
