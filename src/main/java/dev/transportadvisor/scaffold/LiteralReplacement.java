package dev.transportadvisor.scaffold;

import java.util.Map;

/** Replaces words by other words in one pass, so that no replaced word is ever replaced again. */
final class LiteralReplacement {

    private LiteralReplacement() {}

    /**
     * The text with every key replaced by its value; where two keys begin at one place, the longer
     * one counts. No key is empty.
     */
    static String in(String text, Map<String, String> values) {
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        for (String key = first(text, at, values); !key.isEmpty(); key = first(text, at, values)) {
            int found = text.indexOf(key, at);
            replaced.append(text, at, found).append(values.get(key));
            at = found + key.length();
        }
        return replaced.append(text, at, text.length()).toString();
    }

    /** The key that comes first from a place on; empty if none does. */
    private static String first(String text, int from, Map<String, String> values) {
        String first = "";
        int place = text.length();
        for (String key : values.keySet()) {
            int found = text.indexOf(key, from);
            if (found >= 0 && (found < place || found == place && key.length() > first.length())) {
                first = key;
                place = found;
            }
        }
        return first;
    }
}
