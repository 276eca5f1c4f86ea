package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import java.util.List;
import java.util.stream.Collectors;

/** What a scaffolded bot's README says of the decision behind it, in Markdown. */
public final class DecisionNote {

    private DecisionNote() {}

    /** @param chosen the transport that the bot is written for, which need not be the recommended one */
    public static String format(Evaluation evaluation, Alternative chosen, Parts parts) {
        boolean asRecommended =
                evaluation.outcome().recommended().filter(chosen::equals).isPresent();
        String origin = asRecommended
                ? "Transport Advisor recommends " + chosen.name() + ". "
                : Wording.upperFirst(chosen.name()) + " was chosen by hand. What the answers say: ";
        return origin + Wording.reason(evaluation) + contradictions(evaluation)
                + list("What the bot carries, and why:", parts.taken().stream()
                        .map(part -> part.feature().summary() + ": `" + part.cause() + "`.")
                        .toList())
                + list("What the answers ask for and this bot does not carry yet:", parts.gaps());
    }

    private static String contradictions(Evaluation evaluation) {
        return Wording.contradictions(evaluation).stream()
                .map(sentence -> " Contradiction: " + sentence)
                .collect(Collectors.joining());
    }

    private static String list(String intro, List<String> items) {
        return items.isEmpty()
                ? ""
                : items.stream()
                        .map(item -> "- " + item)
                        .collect(Collectors.joining("\n", "\n\n" + intro + "\n\n", ""));
    }
}
