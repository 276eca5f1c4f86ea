package dev.transportadvisor.decision.table;

import java.util.Locale;

/** How sure a recommendation is, the least sure first. */
public enum Confidence {
    /** The answers do not tell the alternatives apart. */
    DEFAULT,
    /** Points decided, and not by much, or an open fact can still exclude the winner. */
    LEAN,
    /** It is ahead by more than one step on the scale of wishes, or nothing but a conflict can come of open answers. */
    STRONG,
    /** Nothing that is open can change it. */
    CERTAIN;

    /** The word for it in files and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
