package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A name in one of two lists that an app has, one for each token: that of a scope or of an event.
 *
 * @param list all that stands in the same list
 */
record ListedName(Field field, String text, Token token, List<Field> list) {

    /** The names in both lists, without placeholders, in the order of the lists. */
    static List<ListedName> in(Field document, Function<Token, FieldPath> lists) {
        List<ListedName> names = new ArrayList<>();
        for (Token token : Token.values()) {
            List<Field> list = lists.apply(token).in(document);
            for (Field field : list) {
                field.text()
                        .filter(text -> !field.isPlaceholder())
                        .ifPresent(text -> names.add(new ListedName(field, text, token, list)));
            }
        }
        return names;
    }

    /** What was meant, if this name is not known: the one that is nearest, unless it is in the list already. */
    List<Remedy> remedies(List<String> known) {
        return Suggestion.onlyNearest(text, known)
                .filter(near -> list.stream().noneMatch(other -> other.text().equals(Optional.of(near))))
                .<Remedy>map(near -> new Remedy.ReplaceValue(field, near))
                .stream()
                .toList();
    }
}
