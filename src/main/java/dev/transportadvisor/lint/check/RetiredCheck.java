package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Slack retired as a whole: a feature, and the scopes and events that served nothing else. Whatever is left of it,
 * there is one finding, at the first part.
 *
 * @param parts in the order of their weight
 * @param message {@code {value}} stands for the text of the value that is pointed at
 * @param others the sentence about the other parts; {@code {lines}} stands for {@code lines 4, 7}
 */
record RetiredCheck(List<Part> parts, String message, String others) implements Check {

    /**
     * Values that are left of it.
     *
     * @param at where they stand
     * @param words their texts; none where whatever stands there is a part
     */
    record Part(List<FieldPath> at, List<String> words) {

        private Stream<Field> in(Field document) {
            return at.stream().flatMap(path -> path.in(document).stream()).filter(this::isLeft);
        }

        private boolean isLeft(Field field) {
            return !field.isPlaceholder()
                    && (words.isEmpty()
                            ? !field.isNothing() && !field.isEmpty()
                            : field.text().filter(words::contains).isPresent());
        }
    }

    @Override
    public List<List<FieldPath>> places() {
        return List.of(parts.stream().flatMap(part -> part.at.stream()).toList());
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        List<Field> left =
                parts.stream().flatMap(part -> part.in(subject.document())).toList();
        return left.stream()
                .limit(1)
                .map(first -> Finding.of(first, message).andOf(left.subList(1, left.size()), others));
    }
}
