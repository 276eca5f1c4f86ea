package dev.transportadvisor.diagnostic;

import dev.transportadvisor.source.Keyword;

/** How bad a finding is, from the mildest to the worst; the names are SARIF's levels. */
public enum Severity implements Keyword {
    NOTE,
    WARNING,
    ERROR
}
