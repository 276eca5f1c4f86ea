package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a bot has to be able to do beside taking payloads, in words that know no language.
 *
 * @param means what that is, a clause
 * @param asked the answers that ask for it; one of them is enough
 * @param missing what a bot without it lacks, and what there is instead; a sentence or two
 */
public record Capability(String id, String means, List<Ask> asked, String missing, Location location) {

    /** @param when holds for wishes that no fact denies */
    public record Ask(Guard when, String because, String source) {}

    public Capability {
        asked = List.copyOf(asked);
    }

    Stream<Condition> conditions() {
        return asked.stream().flatMap(ask -> ask.when().conditions());
    }
}
