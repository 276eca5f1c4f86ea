package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether values differ from each other. Of equal ones, all but the first are found.
 *
 * @param paths each names values that must differ; those of several paths may be the same
 * @param beside values in the same blocks, of which a finding tells where they differ though these are equal
 * @param message {@code {value}} stands for the value, {@code {line}} for the line of the first
 * @param but the sentence about those beside it that differ; {@code {line}} stands for the line of the first's
 */
record UniqueCheck(List<FieldPath> paths, List<FieldPath> beside, String message, String but) implements Check {

    @Override
    public List<List<FieldPath>> places() {
        return List.of(paths);
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        Map<String, Field> byBlock = new HashMap<>();
        beside.forEach(path -> path.in(subject.document()).forEach(field -> byBlock.put(block(field), field)));
        return paths.stream().flatMap(path -> repeated(path.in(subject.document()), byBlock));
    }

    private Stream<Finding> repeated(List<Field> fields, Map<String, Field> byBlock) {
        Map<String, Field> firsts = new HashMap<>();
        return fields.stream()
                .filter(field -> !field.isPlaceholder())
                .flatMap(field -> field.text().map(text -> firsts.putIfAbsent(text, field)).stream()
                        .map(first -> finding(field, first, byBlock)));
    }

    private Finding finding(Field again, Field first, Map<String, Field> byBlock) {
        Finding finding = Finding.of(again, message, Map.of("line", lineOf(first)));
        Optional<Field> one = Optional.ofNullable(byBlock.get(block(first)));
        Optional<Field> other = Optional.ofNullable(byBlock.get(block(again)));
        boolean isOther = one.isPresent() && other.isPresent() && !one.get().text().equals(other.get().text());
        return isOther
                ? finding.because(but.replace("{line}", lineOf(one.get()))).andOf(List.of(other.get()))
                : finding;
    }

    /** The block around a value. */
    private static String block(Field field) {
        return field.pointer().substring(0, field.pointer().lastIndexOf('/'));
    }

    private static String lineOf(Field field) {
        return String.valueOf(field.place().start().line());
    }
}
