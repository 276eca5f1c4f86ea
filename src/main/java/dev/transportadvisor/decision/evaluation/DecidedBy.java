package dev.transportadvisor.decision.evaluation;

import java.util.Locale;

/** What an outcome rests on. */
public enum DecidedBy {
    /** Hard constraints exclude every other alternative. */
    CONSTRAINT,
    /** It wins the largest share of what matters. */
    SCORE,
    /** The answers do not tell the alternatives apart. */
    DEFAULT;

    /** The word for it in files and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
