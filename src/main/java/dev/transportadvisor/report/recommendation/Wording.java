package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Exclusion;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Relaxation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.NotNeeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences about a decision that every format shares. */
public final class Wording {

    private Wording() {}

    /** What to do, in one sentence. */
    public static String verdict(String bot, Evaluation evaluation) {
        Outcome outcome = evaluation.outcome();
        if (outcome instanceof Outcome.NotNeeded) {
            return upperFirst(bot) + " needs no transport: " + notNeeded(evaluation).instead() + " does it.";
        }
        return outcome.recommended()
                .map(alternative -> "Use " + alternative.name() + " for " + bot + ".")
                .orElse("No transport is left for " + bot + ".");
    }

    /** Why that is so, in one or two sentences. */
    public static String reason(Evaluation evaluation) {
        if (evaluation.outcome() instanceof Outcome.NotNeeded) {
            return notNeeded(evaluation).because();
        }
        if (!(evaluation.outcome() instanceof Outcome.Recommended recommended)) {
            return exclusions(evaluation);
        }
        return switch (recommended.decidedBy()) {
            case CONSTRAINT -> exclusions(evaluation);
            case SCORE -> "It is ahead by " + lead(evaluation) + ": " + points(evaluation) + ".";
            case DEFAULT ->
                "This is a default with low confidence: " + tie(evaluation) + ". "
                        + evaluation.fallback().because();
        };
    }

    static NotNeeded notNeeded(Evaluation evaluation) {
        return evaluation.table().notNeeded().orElseThrow();
    }

    /** Such as {@code 2 points of 12}. */
    static String lead(Evaluation evaluation) {
        long lead = evaluation.lead().orElse(0);
        return Points.text(lead) + (lead == 100 ? " point of " : " points of ")
                + Points.text(evaluation.possiblePoints());
    }

    /** Such as {@code Socket Mode 9.5, Events API 7.5}. */
    static String points(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .map(alternative -> alternative.title() + " "
                        + (evaluation.exclusions(alternative).isEmpty()
                                ? Points.text(evaluation.points(alternative))
                                : "out"))
                .collect(Collectors.joining(", "));
    }

    /** Why points do not decide: nothing is known, or some alternatives have as many. */
    static String tie(Evaluation evaluation) {
        if (evaluation.counting().isEmpty()) {
            return "no answer so far tells the transports apart";
        }
        long best = evaluation.points(evaluation.outcome().recommended().orElseThrow());
        List<String> tied = evaluation.table().alternatives().stream()
                .filter(alternative -> evaluation.exclusions(alternative).isEmpty())
                .filter(alternative -> evaluation.points(alternative) == best)
                .map(Alternative::name)
                .toList();
        return and(tied) + " are tied at " + Points.text(best) + (best == 100 ? " point" : " points");
    }

    /** Changed answers, such as {@code serverless: no -> must}. */
    static String changes(Flip flip) {
        return flip.changes().stream()
                .map(change -> change.input().id() + ": " + Answers.text(change.from()) + " -> "
                        + change.to().text())
                .collect(Collectors.joining(", "));
    }

    /** Where changed answers lead, such as {@code the Events API}. */
    static String target(Flip flip) {
        return flip.alternative().map(Alternative::name).orElse("no transport at all");
    }

    /** A contradiction as a sentence, with what becomes of a denied wish. */
    static String contradiction(Contradiction row, Evaluation evaluation) {
        String denied = row.denies()
                .map(wish -> " `" + Causes.answer(wish, evaluation.answers()) + "` has no weight then.")
                .orElse("");
        return "`" + String.join("`, `", Causes.answers(row, evaluation)) + "`: " + row.because() + denied;
    }

    /** A sentence for each contradiction. */
    public static List<String> contradictions(Evaluation evaluation) {
        return evaluation.contradictions().stream()
                .map(row -> contradiction(row, evaluation))
                .toList();
    }

    /** What it takes for an alternative to come back into question, such as {@code give up "x", and open a path}. */
    static String remedy(Relaxation relaxation) {
        List<String> steps = new ArrayList<>();
        if (!relaxation.giveUp().isEmpty()) {
            steps.add("give up "
                    + relaxation.giveUp().stream()
                            .map(Criterion::label)
                            .map(label -> "\"" + label + "\"")
                            .collect(Collectors.joining(" and ")));
        }
        relaxation.lift().forEach(limit -> steps.add(limit.liftedBy()));
        return String.join("; and ", steps);
    }

    /** Names in a row, such as {@code a, b and c}. */
    public static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    public static String upperFirst(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The importance as a reader sees it: a wish by its word, a fact by its weight. */
    static String importance(CriterionResult row, Evaluation evaluation) {
        return switch (row.origin()) {
            case ANSWERED -> row.importance().word();
            case DERIVED ->
                row.counts()
                        ? "fact " + evaluation.table().weights().get(row.importance())
                        : "-";
            case UNKNOWN -> "-";
        };
    }

    private static String exclusions(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .filter(alternative -> !evaluation.exclusions(alternative).isEmpty())
                .map(alternative -> upperFirst(alternative.name()) + " is ruled out by "
                        + and(evaluation.exclusions(alternative).stream()
                                .map(exclusion -> exclusion(exclusion, evaluation))
                                .toList())
                        + ".")
                .collect(Collectors.joining(" "));
    }

    private static String exclusion(Exclusion exclusion, Evaluation evaluation) {
        String label = exclusion instanceof Exclusion.ByLimit by ? " (" + by.limit().label() + ")" : "";
        return "`" + Causes.of(exclusion, evaluation) + "`" + label;
    }
}
