package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.DecidedBy;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Confidence;

/** A recommendation in one line: what, by how much, and how sure it is. */
final class Headline {

    private Headline() {}

    static String of(String bot, Recommendation recommendation) {
        Evaluation evaluation = recommendation.evaluation();
        if (evaluation.outcome() instanceof Outcome.NotNeeded) {
            return bot + ": no transport needed; use "
                    + Wording.notNeeded(evaluation).instead();
        }
        if (evaluation.outcome() instanceof Outcome.Recommended recommended) {
            return bot + ": " + recommended.alternative().title() + basis(recommended, evaluation) + " ("
                    + sureness(recommendation) + ")";
        }
        return bot + ": no transport is left, all are out";
    }

    private static String basis(Outcome.Recommended recommended, Evaluation evaluation) {
        return switch (recommended.decidedBy()) {
            case CONSTRAINT -> ", " + others(recommended.alternative(), evaluation);
            case SCORE -> ", by " + Wording.lead(evaluation);
            case DEFAULT -> evaluation.counting().isEmpty() ? " by default" : " by default, " + tied(evaluation);
        };
    }

    private static String others(Alternative chosen, Evaluation evaluation) {
        return Wording.and(evaluation.table().alternatives().stream()
                        .filter(alternative -> alternative != chosen)
                        .map(Alternative::title)
                        .toList())
                + " out";
    }

    private static String tied(Evaluation evaluation) {
        long points = evaluation.points(evaluation.outcome().recommended().orElseThrow());
        return "tied at " + Points.text(points);
    }

    /** Such as {@code lean: 5 open answers can turn it}. */
    static String sureness(Recommendation recommendation) {
        Confidence confidence = recommendation.confidence().orElseThrow();
        int open = recommendation.stillOpen().size();
        // Of a strong constraint nothing can come but a conflict, or that nothing is needed.
        boolean canOnlyEnd = confidence == Confidence.STRONG
                && recommendation.outcome() instanceof Outcome.Recommended recommended
                && recommended.decidedBy() == DecidedBy.CONSTRAINT;
        String word = confidence == Confidence.DEFAULT ? "" : confidence.word() + ": ";
        return word
                + (open == 0 ? "no" : String.valueOf(open))
                + (open == 1 || open == 0 ? " open answer" : " open answers")
                + (canOnlyEnd ? " can end it" : " can turn it");
    }
}
