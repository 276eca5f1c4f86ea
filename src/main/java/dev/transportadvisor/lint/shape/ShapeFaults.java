package dev.transportadvisor.lint.shape;

import dev.transportadvisor.diagnostic.ListedDiagnostics;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.shape.ShapeFault.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a walk has found so far: of each kind as many as are listed, and what stands for those beyond. */
final class ShapeFaults {

    private record Group(Kind kind, Optional<Severity> severity) {}

    private final List<ShapeFault> listed = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Group, ShapeFault> beyond = new LinkedHashMap<>();

    void add(ShapeFault fault) {
        if (count(fault.kind()) < ListedDiagnostics.MOST) {
            listed.add(fault);
        } else {
            beyond.merge(
                    new Group(fault.kind(), fault.finding().severity()),
                    fault,
                    (first, next) -> first.standingFor(next.finding().count()));
        }
        counts.merge(fault.kind(), fault.finding().count(), Integer::sum);
    }

    /** A fault as severe as its rule says. Of one beyond those that are listed nothing is said, so it is not made. */
    void add(Kind kind, Supplier<ShapeFault> fault) {
        Group group = new Group(kind, Optional.empty());
        if (beyond.containsKey(group)) {
            beyond.computeIfPresent(group, (known, first) -> first.standingFor(1));
            counts.merge(kind, 1, Integer::sum);
        } else {
            add(fault.get());
        }
    }

    void addAll(ShapeFaults others) {
        others.all().forEach(this::add);
    }

    Stream<ShapeFault> all() {
        return Stream.concat(listed.stream(), beyond.values().stream());
    }

    boolean isEmpty() {
        return listed.isEmpty();
    }

    int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** How many are as severe as their rule says. */
    int errorCount() {
        return all().filter(fault -> fault.finding().severity().isEmpty())
                .mapToInt(fault -> fault.finding().count())
                .sum();
    }
}
