package dev.transportadvisor.diagnostic;

import java.util.Locale;

/** How bad a finding is, from the mildest to the worst; the names are SARIF's levels. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** The word for it in files and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
