package dev.transportadvisor.decision.table;

/** An alternative that is taken where the answers leave it open, and why. */
public record Preference(Alternative alternative, String because, String source) {}
