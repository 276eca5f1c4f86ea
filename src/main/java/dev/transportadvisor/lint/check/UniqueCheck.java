package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether values differ from each other. Of equal ones, all but the first are found.
 *
 * @param paths each names values that must differ; those of several paths may be the same
 * @param message {@code {value}} stands for the value, {@code {line}} for the line of the first
 */
record UniqueCheck(List<FieldPath> paths, String message) implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        return paths.stream().flatMap(path -> repeated(path.in(subject.document())));
    }

    private Stream<Finding> repeated(List<Field> fields) {
        Map<String, Field> firsts = new HashMap<>();
        return fields.stream()
                .filter(field -> !field.isPlaceholder())
                .flatMap(field -> field.text().map(text -> firsts.putIfAbsent(text, field)).stream()
                        .map(first -> Finding.of(field, message, Map.of("line", lineOf(first)))));
    }

    private static String lineOf(Field field) {
        return String.valueOf(field.place().start().line());
    }
}
