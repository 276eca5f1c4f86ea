package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * Something to know before building on a recommendation.
 *
 * @param alternative the one that it is about; empty if it holds for all
 * @param conditions what must be known for it to be worth saying; empty if always
 */
public record Caution(
        String id,
        Optional<Alternative> alternative,
        List<Condition> conditions,
        String text,
        String source,
        Location location) {

    public Caution {
        conditions = List.copyOf(conditions);
    }

    public boolean concerns(Alternative recommended, Answers answers) {
        return alternative.map(recommended::equals).orElse(true)
                && conditions.stream().allMatch(condition -> condition.holds(answers));
    }
}
