package dev.transportadvisor.decision.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * What to choose where the points leave it open.
 *
 * @param plain what to choose if none of the others applies
 * @param others the first whose guard holds comes before it
 */
public record Preferences(Preference plain, List<Conditional> others) {

    /** A preference under a condition. */
    public record Conditional(Guard when, Preference preference) {}

    public Preferences {
        others = List.copyOf(others);
    }

    /** @param answers with what follows from others */
    public Preference of(Answers answers) {
        return others.stream()
                .filter(other -> other.when().holds(answers))
                .map(Conditional::preference)
                .findFirst()
                .orElse(plain);
    }

    public Stream<Condition> conditions() {
        return others.stream().flatMap(other -> other.when().conditions());
    }
}
