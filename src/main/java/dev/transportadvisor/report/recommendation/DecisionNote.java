package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Gap;
import java.util.List;
import java.util.stream.Collectors;

/** What a scaffolded bot's README says of the decision behind it, in Markdown. */
public final class DecisionNote {

    private DecisionNote() {}

    /** @param chosen the transport that the bot is written for, which need not be the recommended one */
    public static String format(Evaluation evaluation, Alternative chosen) {
        boolean asRecommended =
                evaluation.outcome().recommended().filter(chosen::equals).isPresent();
        String origin = asRecommended
                ? "Transport Advisor recommends " + chosen.name() + ". "
                : Wording.upperFirst(chosen.name()) + " was chosen by hand. What the answers say: ";
        return origin + Wording.reason(evaluation) + contradictions(evaluation) + missing(gaps(evaluation));
    }

    private static String contradictions(Evaluation evaluation) {
        return Wording.contradictions(evaluation).stream()
                .map(sentence -> " Contradiction: " + sentence)
                .collect(Collectors.joining());
    }

    /** What the answers ask for that the bot does not carry yet, a sentence or two each. */
    public static List<String> gaps(Evaluation evaluation) {
        return evaluation.gaps().stream().map(Gap::text).toList();
    }

    private static String missing(List<String> gaps) {
        return gaps.isEmpty()
                ? ""
                : gaps.stream()
                        .map(gap -> "- " + gap)
                        .collect(Collectors.joining(
                                "\n", "\n\nWhat the answers ask for and this bot does not carry yet:\n\n", ""));
    }
}
