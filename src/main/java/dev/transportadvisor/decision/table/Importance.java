package dev.transportadvisor.decision.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much a criterion matters, from not at all to a hard constraint. */
public enum Importance {
    /** Nobody has said, and nothing that is known says it either; it weighs nothing. */
    UNKNOWN,
    /** It does not matter; it weighs nothing. */
    NO,
    NICE,
    SHOULD,
    /** An alternative that does not fit at all is excluded, whatever its points. */
    MUST;

    /** The answers that a person can give, the strongest first. */
    static final List<Importance> ANSWERS = List.of(MUST, SHOULD, NICE, NO);

    /** The word for it in files and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Importance> of(String word) {
        return Arrays.stream(values())
                .filter(importance -> importance.word().equals(word))
                .findFirst();
    }

    public boolean isStrongerThan(Importance other) {
        return compareTo(other) > 0;
    }
}
