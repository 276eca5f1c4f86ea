package dev.transportadvisor.manifest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A stretch of text that a template engine or a person has yet to fill in: <code>{{ }}</code>, <code>${ }</code>,
 * {@code <%= %>}, {@code $VAR} and {@code <YOUR_URL>}. About what will stand there nothing is known.
 */
public final class Placeholder {

    /** Each way to write one, with its content as a group. */
    private static final Pattern SYNTAX = Pattern.compile(
            "\\{\\{([^{}]*)}}|\\$\\{([^{}]*)}|<%(.*?)%>|\\$([A-Z_][A-Z0-9_]*)|<([A-Za-z][A-Za-z0-9_ .-]*)>");

    /** What template engines write around a name: {@code .name}, {@code $name}, {@code = name}, {@code - name -}. */
    private static final Pattern AROUND_NAME = Pattern.compile("^[-=\\s]*[.$]?|[-\\s]*$");

    private Placeholder() {}

    public static boolean isIn(String text) {
        return mayBeIn(text) && SYNTAX.matcher(text).find();
    }

    /** Nearly every text lacks what each placeholder begins with, and to see that takes far less than to match. */
    private static boolean mayBeIn(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('$') >= 0 || text.indexOf('<') >= 0;
    }

    /** The text with the values of those names that have one; other placeholders stay as they are. */
    static String fill(String text, Map<String, String> values) {
        return SYNTAX.matcher(text)
                .replaceAll(placeholder -> Matcher.quoteReplacement(
                        Optional.ofNullable(values.get(name(placeholder))).orElseGet(placeholder::group)));
    }

    /** The names of those in a text. */
    public static Set<String> names(String text) {
        return SYNTAX.matcher(text).results().map(Placeholder::name).collect(Collectors.toSet());
    }

    private static String name(MatchResult placeholder) {
        String content = IntStream.rangeClosed(1, placeholder.groupCount())
                .mapToObj(placeholder::group)
                .filter(group -> group != null)
                .findFirst()
                .orElse("");
        return AROUND_NAME.matcher(content).replaceAll("");
    }
}
