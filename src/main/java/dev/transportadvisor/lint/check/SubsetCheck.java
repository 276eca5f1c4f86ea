package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether all values of one list stand in another as well.
 *
 * @param pairs lists that belong together
 * @param message {@code {value}} stands for the value that is missing in the other list
 */
record SubsetCheck(List<Pair> pairs, String message) implements Check {

    /**
     * Two lists.
     *
     * @param each the values of the smaller
     * @param in the values of the larger
     * @param keysIn values whose keys are in the larger, too
     */
    record Pair(FieldPath each, List<FieldPath> in, List<FieldPath> keysIn) {}

    @Override
    public List<List<FieldPath>> places() {
        return List.of(pairs.stream().map(Pair::each).toList());
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        return pairs.stream().flatMap(pair -> findings(pair, subject.document()));
    }

    private static List<Field> larger(Pair pair, Field document) {
        Stream<Field> keys = pair.keysIn.stream()
                .flatMap(path -> path.in(document).stream())
                .filter(field -> field.isPlaceholder() || field.key().isPresent())
                .map(field -> field.isPlaceholder() ? field : field.ofKey());
        return Stream.concat(pair.in.stream().flatMap(path -> path.in(document).stream()), keys).toList();
    }

    private Stream<Finding> findings(Pair pair, Field document) {
        List<Field> larger = larger(pair, document);
        Set<Optional<String>> texts = larger.stream().map(Field::text).collect(Collectors.toSet());
        return larger.stream().anyMatch(Field::isPlaceholder)
                ? Stream.empty()
                : pair.each.in(document).stream()
                        .filter(field -> field.text().isPresent() && !field.isPlaceholder())
                        .filter(field -> !texts.contains(field.text()))
                        .map(field -> Finding.of(field, message));
    }
}
