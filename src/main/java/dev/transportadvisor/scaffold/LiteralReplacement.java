package dev.transportadvisor.scaffold;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
        List<String> keys = new ArrayList<>(values.keySet());
        int at = 0;
        for (String key = first(text, at, keys); !key.isEmpty(); key = first(text, at, keys)) {
            int found = text.indexOf(key, at);
            replaced.append(text, at, found).append(values.get(key));
            at = found + key.length();
        }
        return replaced.append(text, at, text.length()).toString();
    }

    /** The key that comes first from a place on; empty if none does. Those that come no more are left out. */
    private static String first(String text, int from, List<String> keys) {
        String first = "";
        int place = text.length();
        for (Iterator<String> rest = keys.iterator(); rest.hasNext(); ) {
            String key = rest.next();
            int found = text.indexOf(key, from);
            if (found < 0) {
                rest.remove();
            } else if (found < place || found == place && key.length() > first.length()) {
                first = key;
                place = found;
            }
        }
        return first;
    }
}
