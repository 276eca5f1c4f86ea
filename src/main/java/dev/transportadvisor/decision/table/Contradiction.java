package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.Optional;

/**
 * Answers that cannot all be meant.
 *
 * @param when the answers; of a denied wish the facts that deny it
 * @param denies the wish that has no weight then; empty where the answers only have to be named
 */
public record Contradiction(
        String id, Guard when, Optional<InputClause> denies, String because, String source, Location location) {}
