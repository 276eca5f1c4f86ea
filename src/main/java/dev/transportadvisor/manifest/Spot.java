package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * How much there is of a path.
 *
 * @param branch the last place on it that exists
 * @param missing the keys from there on
 */
record Spot(Branch branch, List<String> missing) {

    private static final String ANY = "*";

    /** Empty where the path does not lead to one place: through a repeated key, or to any. */
    static Optional<Spot> of(Node root, FieldPath path) {
        Branch branch = Branch.ofDocument(root);
        for (String step : path.steps()) {
            List<Integer> indexes = branch.node() instanceof MappingNode ? branch.indexesOf(step) : List.of();
            if (indexes.isEmpty()) {
                break;
            } else if (indexes.size() > 1) {
                return Optional.empty();
            }
            branch = branch.child(indexes.get(0));
        }
        List<String> missing = path.steps().subList(branch.way().size(), path.steps().size());
        return missing.contains(ANY) ? Optional.empty() : Optional.of(new Spot(branch, missing));
    }

    boolean isFound() {
        return missing.isEmpty();
    }

    /** Whether what is missing would stand in braces. */
    boolean isFlow(Layout layout) {
        return branch.node() instanceof MappingNode && layout.isFlow(branch.node());
    }
}
