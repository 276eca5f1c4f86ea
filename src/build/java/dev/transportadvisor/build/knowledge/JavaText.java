package dev.transportadvisor.build.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of Java source, over as many lines as they need. */
final class JavaText {

    private static final int LONGEST_LINE = 90;

    /** A constant of the class file holds 65,535 bytes. */
    private static final int LONGEST_CONSTANT = 20_000;

    private static final String INDENT = "        ";

    private JavaText() {}

    /** @param value a text, an {@code int}, a {@code long} or a truth value */
    static String literal(Object value) {
        if (value instanceof String text && text.length() > LONGEST_CONSTANT) {
            int middle = text.length() / 2;
            return literal(text.substring(0, middle)) + ".concat(" + literal(text.substring(middle)) + ")";
        }
        if (value instanceof String text) {
            return Arrays.stream(text.split("(?<=\n)"))
                    .map(JavaText::quoted)
                    .collect(Collectors.joining("\n" + INDENT + "+ "));
        }
        return value instanceof Long ? value + "L" : String.valueOf(value);
    }

    private static String quoted(String line) {
        return line.chars().mapToObj(JavaText::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '"', '\\' -> "\\" + (char) character;
            default -> character < ' ' || character > '~'
                    ? "\\u%04x".formatted(character)
                    : String.valueOf((char) character);
        };
    }

    /** @param maker what is called, such as {@code new Position} */
    static String call(String maker, List<String> arguments) {
        String line = maker + "(" + String.join(", ", arguments) + ")";
        return line.length() <= LONGEST_LINE && !line.contains("\n")
                ? line
                : maker + "(\n" + indented(String.join(",\n", arguments)) + ")";
    }

    /** The same lines, two levels deeper. */
    static String indented(String lines) {
        return lines.lines().map(line -> INDENT + line).collect(Collectors.joining("\n"));
    }
}
