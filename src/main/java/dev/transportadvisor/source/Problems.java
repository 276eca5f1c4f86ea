package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one file, so that all of it can be reported at once. */
public final class Problems {

    private final SourceFile file;
    private final List<Problem> found = new ArrayList<>();

    public Problems(SourceFile file) {
        this.file = file;
    }

    public void at(Span span, String message) {
        found.add(new Problem(Optional.of(file.location(span)), message));
    }

    public Location location(Node node) {
        return file.location(node.span());
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws InputException with the problems in the order of the text, if there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            // A value that stands in several places through an alias is wrong once.
            throw new InputException(found.stream()
                    .distinct()
                    .sorted(Comparator.comparing(problem -> problem.location().orElseThrow().span().start()))
                    .toList());
        }
    }
}
