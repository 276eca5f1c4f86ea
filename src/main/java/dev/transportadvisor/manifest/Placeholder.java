package dev.transportadvisor.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stretch of text that a template engine or a person has yet to fill in: <code>{{ }}</code>, <code>${ }</code>,
 * {@code <%= %>}, {@code $VAR}, {@code $(VAR)}, {@code __VAR__}, {@code %VAR%}, {@code @VAR@}, {@code <YOUR_URL>} and
 * {@code YOUR_URL}; as a whole text also {@code [app name]}, {@code {app}}, {@code TODO}, {@code replace-me} and
 * {@code ...}. About what will stand there nothing is known.
 *
 * <p>No pattern repeats a group without a bound: that would take a frame of the stack for each time, and a text may
 * be long.
 */
public final class Placeholder {

    /** What stands in braces even amid prose. */
    private static final String BRACES = "\\{\\{([^{}]*)}}|[$%]\\{([^{}]*)}|#\\{([^{}]*)}#?|\\{%[^{}]*%}"
            + "|<%([^%]*+(?:%(?!>)[^%]*+){0,9}+)%>";

    /** What no text has for anything else, with its content as a group. */
    private static final String TEMPLATE = BRACES + "|\\$([A-Z_][A-Z0-9_]*)|\\$\\(([^()]*)\\)|%\\(([^()]*)\\)s"
            + "|__([A-Z][A-Z0-9_]*?)__|%([A-Z][A-Z0-9_]*)%|@{1,2}([A-Za-z][\\w.-]*)@{1,2}";

    /** Brackets that stand around what people type, too. */
    private static final String IN_BRACKETS =
            "|<{1,2}([A-Za-z][A-Za-z0-9_ .-]*)>{1,2}|\\[\\[([^\\[\\]]*)]]|\\(\\(([^()]*)\\)\\)|«([^«»]*)»";

    /** A word in capitals that asks for something, or is named for what only a URL is made of. */
    private static final String ASKING =
            "|(?<![\\w])((?:YOUR|REPLACE|CHANGE|INSERT|ENTER|FILL|TODO|FIXME)[_-][A-Z0-9][A-Z0-9_-]*"
                    + "|[A-Z][A-Z0-9_]*_(?:URL|URI|HOST|HOSTNAME|DOMAIN|ORIGIN))(?!\\w)";

    /** In a URL, also brackets of any kind, and where its scheme or host stands any words in capitals or signs. */
    private static final String IN_URL = "|<([^<>]*)>|\\{([^{}]*)}|\\[([A-Za-z][^\\[\\]:]*)]"
            + "|(?<![\\w.-])(?<!(?<!:/)/)([A-Z][A-Z0-9_]*_[A-Z0-9]+)(?![\\w-])"
            + "|(?<![^/])(?<!(?<!:/)/)((?!LOCALHOST)[A-Z]{2,})(?=[/:]|$)"
            + "|(?<=//)(?:__|[~#!]{1,2}|\\$)([A-Za-z]\\w{0,60}?)(?:__|[~#!]{1,2})?(?=[/.:]|$)|%((?:\\d\\$)?s)(?!\\w)";

    /** The whole of a text. A command has its slash. */
    private static final String WHOLE = "/?(?:\\[[A-Za-z][\\w .-]{0,60}]|\\{\\w[\\w .-]{0,60}}"
            + "|TODO|TBD|FIXME|(?:TODO|FIXME)[-_: ].{0,80}|YOUR[-_ ][A-Z0-9 _-]{1,60}"
            + "|(?i:(?:set|edit)[-_]me|(?:change|replace|fill)[-_ ]?(?:me|this)|placeholder|fill[-_ ]?me[-_ ]?in"
            + "|to[-_ ]be[-_ ](?:replaced|defined|determined|decided|done|filled)(?:[-_ ]in)?"
            + "|(?:replace|insert)[-_ ]?(?:me|with|your|here)[\\w-]{0,60}"
            + "|(?:your|insert)[-_ ][\\w -]{1,60}[-_ ]here|(?:put|enter|paste)[-_][\\w-]{1,60}[-_]here)"
            + "|your[-_][a-z0-9_-]+|[A-Z][A-Z0-9_]*_(?:NAME|HERE|DESCRIPTION)"
            + "|\\$[A-Za-z]\\w{0,60}|([~#!_]{1,2})[A-Za-z]\\w{0,60}?\\1|%(?:\\d\\$)?[sd]"
            + "|[xX]{3,20}|\\.{3}|…|\\?{2,20}|\\*{3,20}|_{3,20}|-{3,20})";

    /** A word in capitals where nothing else is written so, and what stands for a value that nobody knows yet. */
    private static final Pattern BARE_WORD = Pattern.compile("/?[A-Z]+_[A-Z0-9_]*[A-Z0-9]|(?i:todo|tbd|fixme)"
            + "|(?:YOUR)?(?:APP|BOT|COMMAND|DOMAIN|EVENT|EXAMPLE|HOST|HOSTNAME|NAME|SCOPE|TOKEN|URL|VALUE)S?");

    /** A whole text with signs around its name. */
    private static final Pattern SIGNED = Pattern.compile("/?(?:\\$|[~#!_]{1,2})([A-Za-z]\\w{0,60}?)[~#!_]{0,2}");

    private static final Pattern IN_PROSE = Pattern.compile(BRACES);
    private static final Pattern FILLED_IN = Pattern.compile(TEMPLATE);
    private static final Pattern HINT_SYNTAX = Pattern.compile(TEMPLATE + ASKING);
    private static final Pattern SYNTAX = Pattern.compile(TEMPLATE + IN_BRACKETS + ASKING);
    private static final Pattern WHOLE_SYNTAX = Pattern.compile(WHOLE);
    private static final Pattern URL_SYNTAX = Pattern.compile(TEMPLATE + IN_BRACKETS + ASKING + IN_URL);

    /** With its scheme, or with a dot in it, as no other text has. */
    private static final Pattern HOST = Pattern.compile(
            "(?:https?://|(?=[^/?#:\\s]*\\.))(?:[^@/\\s]*@)?([^/?#:@\\s]+)");

    /** What a whole text begins with if it is one of {@link #WHOLE}, in either case. */
    private static final String FIRST_OF_WHOLE = "/[{tfxcpriyse$~#!_%.…?*-";

    /** One of these is in all that is marked, apart from words in capitals. */
    private static final String SIGNS = "{$<%@[(«";

    /** What template engines write around a name: {@code .name}, {@code $name}, {@code = name}, {@code - name -}. */
    private static final Pattern AROUND_NAME = Pattern.compile("^[-=\\s]*[.$]?|(?<![-\\s])[-\\s]+$");

    /** Servers refuse URLs that are far shorter, so nobody leaves anything to fill in behind this. */
    private static final int LONGEST_URL = 1 << 14;

    private Placeholder() {}

    public static boolean isIn(String text) {
        return mayBeIn(text) && SYNTAX.matcher(text).find() || isWhole(text);
    }

    /** The same of a text where a URL belongs, which holds some characters in no other way. */
    public static boolean isInUrl(String url) {
        return urlSyntax(url).find() || isWhole(url);
    }

    private static Matcher urlSyntax(String url) {
        return URL_SYNTAX.matcher(url).region(0, Math.min(url.length(), LONGEST_URL));
    }

    /** The same of the hint of a command, where brackets stand around what people will type. */
    static boolean isInHint(String text) {
        return mayBeIn(text) && HINT_SYNTAX.matcher(text).find();
    }

    /** Whether this is a word in capitals such as {@code BOT_SCOPE}, which some places have for nothing else. */
    static boolean isBareWord(String text) {
        return BARE_WORD.matcher(text).matches();
    }

    /** Whether a text is left to be filled in. Prose may speak of {@code <this>} and {@code $THAT}. */
    public static boolean isLeftIn(String text) {
        return isIn(text) && (!text.contains(" ") || IN_PROSE.matcher(text).find() || isAll(text));
    }

    private static boolean isAll(String text) {
        return isWhole(text) || SYNTAX.matcher(text.startsWith("/") ? text.substring(1) : text).matches();
    }

    private static boolean isWhole(String text) {
        return !text.isEmpty()
                && (FIRST_OF_WHOLE.indexOf(Character.toLowerCase(text.charAt(0))) >= 0 || text.contains("_"))
                && WHOLE_SYNTAX.matcher(text).matches();
    }

    /** Nearly every text lacks what each placeholder has, and to see that takes far less than to match. */
    private static boolean mayBeIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (SIGNS.indexOf(c) >= 0 || (c == '_' || c == '-') && isBesideCapital(text, at)) {
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
        return rest.equals(text) && (isAll(text) || isBareWord(text)) ? "" : rest;
    }

    /**
     * The text with the values of those names that have one; other placeholders stay as they are. What has no sign
     * around it is its own name: a whole text, or the host of a URL.
     */
    static String fill(String text, Map<String, String> values) {
        String filled = URL_SYNTAX.matcher(text)
                .replaceAll(placeholder -> Matcher.quoteReplacement(
                        Optional.ofNullable(values.get(name(placeholder))).orElseGet(placeholder::group)));
        if (!filled.equals(text)) {
            return filled;
        }
        return bareName(text)
                .map(values::get)
                .or(() -> host(text).map(host -> withHost(text, host, values)))
                .orElse(text);
    }

    private static String withHost(String text, MatchResult host, Map<String, String> values) {
        return text.substring(0, host.start(1))
                + values.getOrDefault(host.group(1), host.group(1))
                + text.substring(host.end(1));
    }

    private static Optional<MatchResult> host(String text) {
        Matcher matcher = HOST.matcher(text);
        return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static Optional<String> bareName(String text) {
        Matcher signed = SIGNED.matcher(text);
        return isWhole(text) || isBareWord(text)
                ? Optional.of(signed.matches() ? signed.group(1) : text)
                : Optional.empty();
    }

    /** The names by which a text can be filled in, in their order. */
    public static List<String> names(String text) {
        List<String> marked = urlSyntax(text).results().map(Placeholder::name).toList();
        return Stream.of(
                        marked.stream(),
                        bareName(text).stream(),
                        host(text).map(host -> host.group(1)).stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
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
