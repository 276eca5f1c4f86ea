package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;

/**
 * An answer that follows from others, unless somebody says otherwise.
 *
 * @param input the question that need not be asked
 */
public record Implication(InputClause input, Guard when, Value answer, String because, Location location) {}
