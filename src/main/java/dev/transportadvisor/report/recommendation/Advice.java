package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.evaluation.AskedCapability;
import dev.transportadvisor.decision.search.Recommendation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A recommendation with what a reader needs to act on it.
 *
 * @param date when the decision was made, if it is to be on record
 * @param carried ids of the capabilities that a scaffolded bot can have
 */
public record Advice(
        Bot bot,
        Recommendation recommendation,
        Invocation invocation,
        Optional<LocalDate> date,
        Collection<String> carried) {

    /** What no table can know. */
    static final String CHECK =
            "These are general judgements: check your own limits and your own threat model before you build on them.";

    /** What the answers ask for that no scaffolded bot can have; nothing where there is no bot. */
    List<AskedCapability> gaps() {
        return recommendation.outcome().recommended().isEmpty()
                ? List.of()
                : recommendation.evaluation().capabilities().stream()
                        .filter(asked -> !carried.contains(asked.id()))
                        .toList();
    }

    /** A command on the same answers, ready to paste into a shell. */
    String command(String name, String... arguments) {
        return invocation.line(invocation.on(name, arguments));
    }
}
