package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import java.util.ArrayList;
import java.util.List;

/** Reads when a row holds: {@code when}, whose tests must all pass, and {@code unless}, of which none may. */
final class GuardReader {

    private static final String WHEN = "when";
    private static final String UNLESS = "unless";

    private final ConditionReader conditions;

    GuardReader(ConditionReader conditions) {
        this.conditions = conditions;
    }

    /** The guard of a row that has one. */
    Guard required(MappingReader row) {
        return new Guard(conditions.read(row.requiredMapping(WHEN)), unless(row));
    }

    /** The guard of a row that need not have one. */
    Guard optional(MappingReader row) {
        List<Condition> when = row.mapping(WHEN).map(conditions::read).orElse(List.of());
        return new Guard(when, unless(row));
    }

    /** The guards of a row that holds in one case or another, each of which is a mapping of tests. */
    List<Guard> requiredCases(MappingReader row) {
        row.requiredNode(WHEN);
        return cases(row);
    }

    /** The same for a row that need not have any. */
    List<Guard> cases(MappingReader row) {
        List<Guard> cases = new ArrayList<>();
        for (MappingReader tests : row.mappings(WHEN)) {
            cases.add(new Guard(conditions.read(tests), List.of()));
        }
        return cases;
    }

    private List<Condition> unless(MappingReader row) {
        return row.mapping(UNLESS).map(conditions::read).orElse(List.of());
    }
}
