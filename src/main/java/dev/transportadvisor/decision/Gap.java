package dev.transportadvisor.decision;

import dev.transportadvisor.source.Location;
import java.util.List;
import java.util.stream.Stream;

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

    boolean isAskedForBy(Evaluation evaluation) {
        boolean byFacts = !conditions.isEmpty()
                && conditions.stream().allMatch(condition -> condition.holds(evaluation.answers()));
        Stream<String> counting = evaluation.counting().stream()
                .map(appraisal -> appraisal.criterion().id());
        return byFacts || counting.anyMatch(criteria::contains);
    }
}
