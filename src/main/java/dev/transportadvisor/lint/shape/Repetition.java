package dev.transportadvisor.lint.shape;

import dev.transportadvisor.lint.finding.FieldName;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.lint.shape.ShapeFault.Kind;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands twice. */
final class Repetition {

    private Repetition() {}

    static ShapeFault ofKey(Field again, Field first) {
        boolean isSame = content(again.value()).isPresent() && content(again.value()).equals(content(first.value()));
        String message = "The key " + FieldName.of(again) + " stands here again; it stands first on line "
                + line(first.key().orElseThrow()) + ".";
        return ShapeFault.atKey(Kind.DUPLICATE_KEY, again, message)
                .with(isSame ? Optional.of(new Remedy.RemoveRepetition(again)) : Optional.empty());
    }

    /** The entries of a list that an earlier one equals. */
    static void addOfEntries(List<Field> entries, ShapeFaults faults) {
        Map<Object, Field> first = new HashMap<>();
        for (Field entry : entries) {
            content(entry.value())
                    .filter(content -> !entry.isPlaceholder())
                    .map(content -> first.putIfAbsent(content, entry))
                    .ifPresent(before -> faults.add(Kind.INVALID_VALUE, () -> ofEntry(entry, before)));
        }
    }

    private static ShapeFault ofEntry(Field again, Field first) {
        String message = FieldName.of(again) + " repeats the entry on line " + line(first.value()) + ".";
        return ShapeFault.at(Kind.INVALID_VALUE, again, message)
                .with(Optional.of(new Remedy.RemoveRepetition(again)))
                .advising("Remove the repeated entry.");
    }

    private static int line(Node node) {
        return node.span().start().line();
    }

    /** What two values must share to be the same. No deeper than the entries of any list that must not repeat one. */
    private static Optional<Object> content(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(List.of(scalar.kind(), scalar.text()));
        }
        return node instanceof MappingNode mapping ? content(mapping) : Optional.empty();
    }

    private static Optional<Object> content(MappingNode mapping) {
        Map<String, Object> content = new HashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            if (!(entry.value() instanceof ScalarNode scalar)) {
                return Optional.empty();
            }
            content.put(entry.key().text(), List.of(scalar.kind(), scalar.text()));
        }
        return Optional.of(content);
    }
}
