package dev.transportadvisor.decision.table;

import java.util.Locale;

/** How well an alternative meets a criterion. */
public enum Fit {
    YES,
    PARTLY,
    NO;

    /** The word for it in files and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
