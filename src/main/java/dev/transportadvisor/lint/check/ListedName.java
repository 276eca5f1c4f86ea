package dev.transportadvisor.lint.check;

import dev.transportadvisor.diagnostic.ListedDiagnostics;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A name in one of two lists that an app has, one for each token: that of a scope or of an event.
 *
 * @param list all that stands in the same list
 * @param isGuessed whether to say what was meant: each guess takes a comparison with every name that is known
 */
record ListedName(Field field, String text, Token token, Set<String> list, boolean isGuessed) {

    /** The names in both lists, without placeholders, in the order of the lists. */
    static List<ListedName> in(Field document, Function<Token, FieldPath> lists) {
        return Stream.of(Token.values())
                .flatMap(token -> in(token, lists.apply(token).in(document)))
                .toList();
    }

    private static Stream<ListedName> in(Token token, List<Field> list) {
        Set<String> texts = list.stream().flatMap(field -> field.text().stream()).collect(Collectors.toSet());
        return IntStream.range(0, list.size())
                .filter(i -> list.get(i).text().isPresent() && !list.get(i).isPlaceholder())
                .mapToObj(i -> new ListedName(
                        list.get(i),
                        list.get(i).text().orElseThrow(),
                        token,
                        texts,
                        i < ListedDiagnostics.MOST));
    }

    /** What was meant, if this name is not known: the one that is nearest, unless it is in the list already. */
    List<Remedy> remedies(List<String> known) {
        return Suggestion.onlyNearest(text, known)
                .filter(near -> !list.contains(near))
                .flatMap(near -> Remedy.ReplaceValue.ofSlip(field, near))
                .stream()
                .toList();
    }
}
