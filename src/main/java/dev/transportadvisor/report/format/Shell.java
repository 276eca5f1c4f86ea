package dev.transportadvisor.report.format;

import dev.transportadvisor.source.Quoted;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Arguments as a POSIX shell reads them. */
public final class Shell {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    /**
     * The argument, in single quotes where a shell would otherwise take it apart. What {@link Quoted#visible} escapes
     * stands there by its bytes, in the dollar quotes of POSIX.1-2024, which bash and zsh have had for long.
     */
    public static String quote(String argument) {
        if (HARMLESS.matcher(argument).matches()) {
            return argument;
        }
        return isVisible(argument) ? "'" + argument.replace("'", "'\\''") + "'" : "$'" + escaped(argument) + "'";
    }

    /** The same for a path, which no command may take for an option. */
    public static String path(Path path) {
        String text = path.toString();
        return quote(text.startsWith("-") ? "." + File.separator + text : text);
    }

    private static boolean isVisible(String text) {
        return Quoted.visible(text).equals(text);
    }

    private static String escaped(String argument) {
        return argument.codePoints().mapToObj(Character::toString).map(Shell::escape).collect(Collectors.joining());
    }

    private static String escape(String character) {
        if (isVisible(character)) {
            return character.equals("'") || character.equals("\\") ? "\\" + character : character;
        }
        StringBuilder octal = new StringBuilder();
        for (byte unit : character.getBytes(StandardCharsets.UTF_8)) {
            octal.append("\\%03o".formatted(unit));
        }
        return octal.toString();
    }
}
