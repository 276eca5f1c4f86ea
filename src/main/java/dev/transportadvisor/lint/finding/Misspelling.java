package dev.transportadvisor.lint.finding;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A name in a list that is not known. */
public final class Misspelling {

    private Misspelling() {}

    /** The known name that was meant in its place, where there is but one, and it is not in the list yet. */
    public static List<Remedy> remedies(Field field, List<Field> list, Collection<String> known) {
        return Suggestion.onlyNearest(field.text().orElse(""), known)
                .filter(near -> list.stream().noneMatch(other -> other.text().equals(Optional.of(near))))
                .<Remedy>map(near -> new Remedy.ReplaceValue(field, near))
                .stream()
                .toList();
    }
}
