package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Confidence;
import dev.transportadvisor.decision.table.Guard;
import dev.transportadvisor.decision.table.Importance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rates how sure a recommendation is. */
final class ConfidenceRating {

    private final Evaluation evaluation;
    private final Outcome.Recommended recommended;

    private ConfidenceRating(Evaluation evaluation, Outcome.Recommended recommended) {
        this.evaluation = evaluation;
        this.recommended = recommended;
    }

    /**
     * Empty where nothing is recommended.
     *
     * @param reachable what can still come of the answers
     */
    static Optional<Confidence> of(Evaluation evaluation, Set<Outcome> reachable, Collection<Caution> cautions) {
        return evaluation.outcome() instanceof Outcome.Recommended recommended
                ? Optional.of(new ConfidenceRating(evaluation, recommended).rated(reachable, cautions))
                : Optional.empty();
    }

    private Confidence rated(Set<Outcome> reachable, Collection<Caution> cautions) {
        Confidence rated = rated(reachable);
        return cautions.stream()
                .flatMap(caution -> caution.atMost().stream())
                .filter(most -> most.compareTo(rated) < 0)
                .min(Comparator.naturalOrder())
                .orElse(rated);
    }

    private Confidence rated(Set<Outcome> reachable) {
        return switch (recommended.decidedBy()) {
            case CONSTRAINT ->
                reachable.size() == 1
                        ? Confidence.CERTAIN
                        : canOnlyEnd(reachable) ? Confidence.STRONG : Confidence.LEAN;
            case SCORE -> isFarAhead() && !canBeExcluded() ? Confidence.STRONG : Confidence.LEAN;
            case DEFAULT -> Confidence.DEFAULT;
        };
    }

    /** Whether nothing else can be recommended, though nothing at all may be. */
    private boolean canOnlyEnd(Set<Outcome> reachable) {
        return reachable.stream()
                .flatMap(outcome -> outcome.recommended().stream())
                .allMatch(recommended.alternative()::equals);
    }

    /** Whether the lead is larger than the largest gap between neighbouring weights. */
    private boolean isFarAhead() {
        List<Integer> weights = List.of(Importance.MUST, Importance.SHOULD, Importance.NICE, Importance.NO).stream()
                .map(evaluation.table().weights()::get)
                .toList();
        int gap = 0;
        for (int i = 1; i < weights.size(); i++) {
            gap = Math.max(gap, weights.get(i - 1) - weights.get(i));
        }
        return evaluation.lead().orElse(0) > 100L * gap;
    }

    /** Whether facts that are not known can turn out to be such that a limit excludes the winner. */
    private boolean canBeExcluded() {
        Alternative winner = recommended.alternative();
        return evaluation.table().limits().stream()
                .filter(limit -> limit.excludes(winner))
                .flatMap(limit -> limit.cases().stream())
                .anyMatch(this::canHold);
    }

    private boolean canHold(Guard guard) {
        Answers known = evaluation.completed();
        return guard.all().stream().allMatch(condition -> isOpen(condition) || condition.holds(known))
                && guard.none().stream().noneMatch(condition -> condition.holds(known));
    }

    private boolean isOpen(Condition condition) {
        return evaluation.completed().value(condition.input()).isEmpty();
    }
}
