package dev.transportadvisor.drill.process;

import dev.transportadvisor.source.Quoted;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must not be shown of a process: values of its environment that are secret, and whatever looks like one. */
final class SecretMask {

    /**
     * The tokens, cookies and webhooks of rules/secrets.yaml, and all that hangs on to them; a cookie has escapes of a
     * URL. A signing secret looks like any number: it is known by its variable.
     */
    private static final Pattern SLACK = Pattern.compile(
            "\\bx(?:oxd-[\\w.%+/=-]+|(?:ox[a-z]|app|wfp|oxe\\.xox[a-z])-[\\w.-]+)"
                    + "|\\bhooks\\.slack(?:-gov)?\\.com[\\w/\\\\-]+");

    /** However short it is, a password is shown in no URL: RFC 3986, section 3.2.1. */
    private static final Pattern IN_URL = Pattern.compile("(?<=://)([^\\s/?#:@]*):[^\\s/?#]+(?=@)");

    private static final String MASK = "…";

    private static final String TAB = "    ";

    private final Pattern known;

    /** @param environment of the process */
    SecretMask(Map<String, String> environment) {
        known = Pattern.compile(Stream.concat(
                        SecretValues.of(environment).sorted(longestFirst()).map(Pattern::quote),
                        SecretValues.of(environment).flatMap(Base64Form::of).map(Base64Form::pattern))
                .collect(Collectors.joining("|")));
    }

    /** A value may be a part of another one. */
    private static Comparator<String> longestFirst() {
        return Comparator.comparingInt(String::length).reversed();
    }

    /** The text without secrets, and harmless to a terminal. */
    String masked(String text) {
        String masked = known.pattern().isEmpty() ? text : known.matcher(text).replaceAll(MASK);
        masked = IN_URL.matcher(masked).replaceAll("$1:" + MASK);
        return Quoted.visible(SLACK.matcher(masked).replaceAll(MASK).replace("\t", TAB));
    }
}
