package dev.transportadvisor.manifest;

import java.util.regex.Pattern;

/**
 * A stretch of text that a template engine or a person has yet to fill in: <code>{{ }}</code>, <code>${ }</code>,
 * {@code <%= %>}, {@code $VAR} and {@code <YOUR_URL>}. About what will stand there nothing is known.
 */
public final class Placeholder {

    private static final Pattern SYNTAX = Pattern.compile(
            "\\{\\{[^{}]*}}|\\$\\{[^{}]*}|<%.*?%>|\\$[A-Z_][A-Z0-9_]*|<[A-Za-z][A-Za-z0-9_ .-]*>");

    private Placeholder() {}

    public static boolean isIn(String text) {
        return SYNTAX.matcher(text).find();
    }
}
