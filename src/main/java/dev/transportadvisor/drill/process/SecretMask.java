package dev.transportadvisor.drill.process;

import dev.transportadvisor.source.Quoted;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What must not be shown of a process: values of its environment that are secret, and whatever looks like one. */
final class SecretMask {

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(token|secret|password|passwd|api_?key|webhook).*");

    /**
     * The tokens, cookies and webhooks of rules/secrets.yaml, and all that hangs on to them; a cookie has escapes of a
     * URL. A signing secret looks like any number: it is known by its variable.
     */
    private static final Pattern SECRET = Pattern.compile(
            "\\bx(?:oxd-[\\w.%+/=-]+|(?:ox[a-z]|app|wfp|oxe\\.xox[a-z])-[\\w.-]+)"
                    + "|\\bhooks\\.slack(?:-gov)?\\.com[\\w/\\\\-]+");

    /** Shorter values are words such as `true`, which would make a log unreadable and are no secrets. */
    private static final int SHORTEST = 8;

    private static final String MASK = "…";

    private static final String TAB = "    ";

    private final List<String> values;

    /** @param environment of the process */
    SecretMask(Map<String, String> environment) {
        values = environment.entrySet().stream()
                .filter(entry -> SECRET_NAME.matcher(entry.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without secrets, and harmless to a terminal. */
    String masked(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return Quoted.visible(SECRET.matcher(masked).replaceAll(MASK).replace("\t", TAB));
    }
}
