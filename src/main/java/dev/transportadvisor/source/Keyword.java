package dev.transportadvisor.source;

import java.util.Locale;

/** A constant of an enum that files and reports name by a word: its name in lower case, with hyphens. */
public interface Keyword {

    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
