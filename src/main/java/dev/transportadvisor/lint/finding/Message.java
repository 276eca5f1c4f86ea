package dev.transportadvisor.lint.finding;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.Quoted;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence of a finding, from a rule's words. */
public final class Message {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    private Message() {}

    /**
     * Puts the text of a value, quoted, in the place of {@code {value}}, and further words in theirs.
     *
     * @param words by the name of their place; they come from rules, or are quoted
     */
    static String fill(String template, Field field, Map<String, String> words) {
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        slot.group(1).equals("value")
                                ? Quoted.of(field.text().orElse(""))
                                : words.getOrDefault(slot.group(1), slot.group())));
    }
}
