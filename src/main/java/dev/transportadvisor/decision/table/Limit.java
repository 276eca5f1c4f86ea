package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * What facts make impossible. A limit that holds excludes, whatever the wishes say.
 *
 * @param label what is so when it holds, such as {@code nothing gets in}
 * @param cases it holds when one of them does
 * @param excludes what is impossible then
 * @param liftedBy an action after which it no longer holds
 * @param bindsDevelopment whether it holds on a developer's machine too
 */
public record Limit(
        String id,
        String label,
        List<Guard> cases,
        List<Alternative> excludes,
        String liftedBy,
        String because,
        String source,
        boolean bindsDevelopment,
        int index,
        Location location) {

    public Limit {
        cases = List.copyOf(cases);
        excludes = List.copyOf(excludes);
    }

    /** @param answers with what follows from others */
    public boolean holds(Answers answers) {
        return cases.stream().anyMatch(guard -> guard.holds(answers));
    }

    public boolean excludes(Alternative alternative) {
        return excludes.contains(alternative);
    }

    public Stream<Condition> conditions() {
        return cases.stream().flatMap(Guard::conditions);
    }
}
