package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A name in one of two lists that an app has, one for each token: that of a scope or of an event.
 *
 * @param list all that stands in the same list
 */
record ListedName(Field field, String text, Token token, List<Field> list) {

    /** The names in both lists, without placeholders, in the order of the lists. */
    static List<ListedName> in(Field document, Function<Token, FieldPath> lists) {
        return Stream.of(Token.values())
                .flatMap(token -> in(token, lists.apply(token).in(document)))
                .toList();
    }

    private static Stream<ListedName> in(Token token, List<Field> list) {
        return list.stream()
                .filter(field -> !field.isPlaceholder())
                .flatMap(field -> field.text().map(text -> new ListedName(field, text, token, list)).stream());
    }

    /** What was meant, if this name is not known: the one that is nearest, unless it is in the list already. */
    List<Remedy> remedies(List<String> known) {
        return Suggestion.onlyNearest(text, known)
                .filter(near -> list.stream().noneMatch(other -> other.text().equals(Optional.of(near))))
                .flatMap(near -> Remedy.ReplaceValue.ofSlip(field, near))
                .stream()
                .toList();
    }
}
