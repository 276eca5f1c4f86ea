package dev.transportadvisor.scaffold;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces words by other words in one pass, so that no replaced word is ever replaced again. */
final class LiteralReplacement {

    private LiteralReplacement() {}

    /**
     * The text with every key replaced by its value; where two keys begin at one place, the longer
     * one counts.
     */
    static String in(String text, Map<String, String> values) {
        String anyKey = values.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(anyKey)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group())));
    }
}
