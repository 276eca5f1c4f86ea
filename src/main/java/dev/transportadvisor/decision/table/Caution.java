package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.Location;
import java.util.Optional;

/**
 * Something to know before building on a recommendation.
 *
 * @param alternative the one that it is about; empty if it holds for all
 * @param when what must be known for it to be worth saying
 * @param atMost how sure a recommendation of the alternative can be at best; empty if that is not touched
 * @param brief the gist in a few words, for a list
 */
public record Caution(
        String id,
        Optional<Alternative> alternative,
        Guard when,
        Optional<Confidence> atMost,
        String brief,
        String text,
        String source,
        Location location) {

    /** @param answers with what follows from others */
    public boolean concerns(Alternative recommended, Answers answers) {
        return alternative.map(recommended::equals).orElse(true) && when.holds(answers);
    }
}
