package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.FieldPath;
import java.util.List;
import java.util.stream.Stream;

/** A kind of check with its parameters: pure, and without a rule's words. */
public interface Check {

    /** What is wrong, in any order. */
    Stream<Finding> findings(Subject subject);

    /**
     * Where it has something to ask: unless a manifest has one place of each of these lists, it finds nothing. None
     * where it has to be asked in any case.
     */
    default List<List<FieldPath>> places() {
        return List.of();
    }
}
