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
        List<Suitability> fits,
        Optional<Rule.Asked> asked,
        List<Rule.Derived> derived,
        boolean bindsDevelopment,
        int index,
        Location location) {

    /** How an alternative meets a criterion, and the reason. */
    public record Suitability(Fit fit, String because) {}

    public Criterion {
        fits = List.copyOf(fits);
        derived = List.copyOf(derived);
    }

    public Suitability suitability(Alternative alternative) {
        return fits.get(alternative.index());
    }

    public Fit fit(Alternative alternative) {
        return suitability(alternative).fit();
    }

    /** The questions whose answers decide how much it matters. */
    public List<InputClause> inputs() {
        Stream<InputClause> askedFor = asked.stream().map(Rule.Asked::input);
        Stream<InputClause> tested =
                derived.stream().flatMap(rule -> rule.conditions().stream()).map(Condition::input);
        return Stream.concat(askedFor, tested).distinct().toList();
    }

    public Criterion without(Rule rule) {
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
