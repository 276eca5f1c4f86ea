package dev.transportadvisor.lint.host;

import dev.transportadvisor.lint.suppression.FilePattern;
import java.util.List;

/**
 * What names of hosts look like. By hand: the regular expressions of all patterns take 2 ms to make, and
 * {@link FilePattern}, which withstands hostile ones, takes a step for each character of the pattern and each of the
 * name.
 *
 * @param parts what stands before, between and behind any characters; one alone is the whole name
 */
record HostPattern(List<String> parts) {

    HostPattern {
        parts = List.copyOf(parts);
    }

    /** @param pattern in lower case; {@code *} stands for any characters */
    static HostPattern of(String pattern) {
        return new HostPattern(List.of(pattern.split("\\*", -1)));
    }

    boolean matches(Host host) {
        String name = host.name();
        String first = parts.get(0);
        if (parts.size() == 1) {
            return name.equals(first);
        } else if (!name.startsWith(first)) {
            return false;
        }
        // The earliest place of each part leaves most room for those behind it.
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = name.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        String last = parts.get(parts.size() - 1);
        return name.length() - at >= last.length() && name.endsWith(last);
    }
}
