package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a bot carries.
 *
 * @param choices the option that is taken of each choice
 * @param taken what is not taken away
 * @param leftOut what was asked for and is known, but cannot be there, each with the reason, a clause
 */
public record Selection(Map<String, String> choices, Set<Feature> taken, SortedMap<String, String> leftOut) {

    /** @throws InputException if a feature that is named is not known, or cannot be there */
    public static Selection of(Template template, Wishes wishes) {
        return new Selector(template, wishes).select();
    }

    /** The ids of what is not taken away. */
    public Set<String> features() {
        return taken.stream().map(Feature::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The ids of what could not be without a feature. */
    public List<String> needing(String id) {
        return taken.stream()
                .filter(feature -> feature.needs().contains(id))
                .map(Feature::id)
                .toList();
    }
}
