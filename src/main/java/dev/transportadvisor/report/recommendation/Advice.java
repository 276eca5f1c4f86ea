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
 * @param languages those that bots can be written in
 */
public record Advice(
        Bot bot,
        Recommendation recommendation,
        Invocation invocation,
        Optional<LocalDate> date,
        Collection<String> carried,
        Collection<String> languages) {

    /** What no table can know. */
    static final String CHECK =
            "These are general judgements: check your own limits and your own threat model before you build on them.";

    /** What the answers ask for that no scaffolded bot can have; nothing where no bot is scaffolded. */
    List<AskedCapability> gaps() {
        return recommendation.outcome().recommended().isEmpty() || unwrittenLanguage().isPresent()
                ? List.of()
                : recommendation.evaluation().capabilities().stream()
                        .filter(asked -> !carried.contains(asked.id()))
                        .toList();
    }

    /** The language of the bot, if none can be written in it. */
    Optional<String> unwrittenLanguage() {
        return bot.language().filter(language -> !languages.contains(language));
    }

    /** A command on the same answers, ready to paste into a shell. */
    String command(String name, String... arguments) {
        return invocation.line(invocation.on(name, arguments));
    }
}
