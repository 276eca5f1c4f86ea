package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;

/**
 * What a scaffolded bot does not carry yet.
 *
 * @param criteria ids of the criteria that ask for it when they count
 * @param cases facts that ask for it when one of them holds; none if facts alone never do
 */
public record Gap(String id, List<String> criteria, List<Guard> cases, String text, Location location) {

    public Gap {
        criteria = List.copyOf(criteria);
        cases = List.copyOf(cases);
    }
}
