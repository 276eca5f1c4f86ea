package dev.transportadvisor.lint.shape;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The values of a document that stand behind a merge key somewhere, found when they are first asked for. */
final class MergedValues {

    private final Field document;
    private Set<Node> merged;

    MergedValues(Field document) {
        this.document = document;
    }

    /** Whether a value was meant to be merged in elsewhere: the merge is wrong, not the key in front of the value. */
    boolean contains(Node value) {
        if (!(value instanceof MappingNode)) {
            return false;
        }
        if (merged == null) {
            merged = identities();
            collect(document, identities());
        }
        return merged.contains(value);
    }

    private void collect(Field field, Set<Node> seen) {
        if (field.isMerge()) {
            merged.add(field.value());
            field.children().forEach(item -> merged.add(item.value()));
        }
        if (seen.add(field.value())) {
            field.children().forEach(child -> collect(child, seen));
        }
    }

    private static Set<Node> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
