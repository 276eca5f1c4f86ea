package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;

/**
 * What a scaffolded bot does not carry yet.
 *
 * @param criteria ids of the criteria that ask for it when they count
 * @param conditions facts that ask for it when all of them hold; none if facts alone never do
 */
public record Gap(String id, List<String> criteria, List<Condition> conditions, String text, Location location) {

    public Gap {
        criteria = List.copyOf(criteria);
        conditions = List.copyOf(conditions);
    }
}
