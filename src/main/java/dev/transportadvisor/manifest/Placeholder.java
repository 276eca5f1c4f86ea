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
 * {@code <%= %>}, {@code $VAR}, {@code __VAR__}, {@code %VAR%}, {@code <YOUR_URL>} and {@code YOUR_URL}. About what
 * will stand there nothing is known.
 */
public final class Placeholder {

    /** What no text has for anything else, with its content as a group. */
    private static final String TEMPLATE = "\\{\\{([^{}]*)}}|\\$\\{([^{}]*)}|<%(.*?)%>|\\$([A-Z_][A-Z0-9_]*)"
            + "|__([A-Z](?:_?[A-Z0-9])*)__|%([A-Z][A-Z0-9_]*)%";

    private static final String IN_ANGLES = "|<([A-Za-z][A-Za-z0-9_ .-]*)>";

    /** A word in capitals that asks for something, or is named for what only a URL is made of. */
    private static final String ASKING = "|(?<![\\w])((?:YOUR|REPLACE|CHANGE|INSERT|ENTER|FILL)_[A-Z0-9_]+"
            + "|[A-Z][A-Z0-9_]*_(?:URL|URI|HOST|HOSTNAME|DOMAIN|ORIGIN))(?!\\w)";

    /** In a URL, also brackets of any kind, and where its scheme or host stands any words in capitals. */
    private static final String IN_URL = "|<([^<>]*)>|\\{([^{}]*)}|\\[([A-Za-z][^\\[\\]:]*)]"
            + "|(?<![\\w.-])(?<!(?<!:/)/)((?:[A-Z][A-Z0-9]*_)+[A-Z0-9]+)(?![\\w-])";

    private static final Pattern FILLED_IN = Pattern.compile(TEMPLATE);
    private static final Pattern SYNTAX = Pattern.compile(TEMPLATE + IN_ANGLES + ASKING);
    private static final Pattern URL_SYNTAX = Pattern.compile(TEMPLATE + IN_ANGLES + ASKING + IN_URL);

    /** What template engines write around a name: {@code .name}, {@code $name}, {@code = name}, {@code - name -}. */
    private static final Pattern AROUND_NAME = Pattern.compile("^[-=\\s]*[.$]?|[-\\s]*$");

    private Placeholder() {}

    public static boolean isIn(String text) {
        return mayBeIn(text) && SYNTAX.matcher(text).find();
    }

    /** The same of a text where a URL belongs, which holds some characters in no other way. */
    public static boolean isInUrl(String url) {
        return URL_SYNTAX.matcher(url).find();
    }

    /** Nearly every text lacks what each placeholder has, and to see that takes far less than to match. */
    private static boolean mayBeIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{' || c == '$' || c == '<' || c == '%' || c == '_' && isBesideCapital(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBesideCapital(String text, int at) {
        return at > 0 && Character.isUpperCase(text.charAt(at - 1))
                || at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1));
    }

    /**
     * The part of a text that stays when its placeholders are filled in. What stands in angle brackets amid other words
     * stays, too: the hint of a command is written so.
     */
    public static String fixedPart(String text) {
        String rest = FILLED_IN.matcher(text).replaceAll("");
        return rest.equals(text) && SYNTAX.matcher(text).matches() ? "" : rest;
    }

    /** The text with the values of those names that have one; other placeholders stay as they are. */
    static String fill(String text, Map<String, String> values) {
        return URL_SYNTAX.matcher(text)
                .replaceAll(placeholder -> Matcher.quoteReplacement(
                        Optional.ofNullable(values.get(name(placeholder))).orElseGet(placeholder::group)));
    }

    /** The names of those in a text. */
    public static Set<String> names(String text) {
        return URL_SYNTAX.matcher(text).results().map(Placeholder::name).collect(Collectors.toSet());
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
