package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the alternatives are measured by.
 *
 * @param label as a table names it
 * @param because why it makes a difference, in plain words
 * @param fits how each alternative meets it, in the order of the alternatives
 * @param asked the rule that takes the importance from an answer, for the criteria that are needs
 * @param derived the rules that derive it from facts; the strongest that fires counts
 * @param bindsDevelopment whether it holds on a developer's machine too
 */
public record Criterion(
        String id,
        String label,
        String because,
        String source,
        List<Fits> fits,
        Optional<Rule.Asked> asked,
        List<Rule.Derived> derived,
        boolean bindsDevelopment,
        int index,
        Location location) {

    public Criterion {
        fits = List.copyOf(fits);
        derived = List.copyOf(derived);
    }

    public Fits fits(Alternative alternative) {
        return fits.get(alternative.index());
    }

    /** What decides how much it matters, and how well it is met. */
    public Stream<Condition> conditions() {
        return Stream.concat(
                derived.stream().flatMap(rule -> rule.when().conditions()), fits.stream().flatMap(Fits::conditions));
    }

    Criterion without(Rule rule) {
        return new Criterion(
                id,
                label,
                because,
                source,
                fits,
                asked.filter(row -> row != rule),
                derived.stream().filter(row -> row != rule).toList(),
                bindsDevelopment,
                index,
                location);
    }
}
