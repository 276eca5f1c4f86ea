package dev.transportadvisor.decision.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * How an alternative meets a criterion.
 *
 * @param plain how it does if nothing else is known
 * @param conditional how it does under conditions; the first whose guard holds counts
 */
public record Fits(Suitability plain, List<Conditional> conditional) {

    /** How well, and the reason as part of a sentence. */
    public record Suitability(Fit fit, String because) {}

    /** A fit that facts bring about. */
    public record Conditional(Guard when, Suitability suitability) {}

    public Fits {
        conditional = List.copyOf(conditional);
    }

    /** All of them, the plain one first. */
    public List<Suitability> all() {
        return Stream.concat(Stream.of(plain), conditional.stream().map(Conditional::suitability))
                .toList();
    }

    Stream<Condition> conditions() {
        return conditional.stream().flatMap(other -> other.when().conditions());
    }
}
