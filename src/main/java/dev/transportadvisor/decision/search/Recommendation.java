package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Preference;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An evaluation with what follows from it.
 *
 * @param development what to use for development, where it may differ; empty in a conflict
 * @param flips the smallest changes of answers that would lead elsewhere, the nearest first
 * @param relaxations in a conflict, for each alternative what would have to be given up
 * @param unanswered the questions that are open
 * @param cautions what to know before building on the result
 */
public record Recommendation(
        Evaluation evaluation,
        Optional<Preference> development,
        List<Flip> flips,
        List<Relaxation> relaxations,
        List<OpenQuestion> unanswered,
        List<Caution> cautions) {

    /** A question without an answer, and whether answering it could still change what is recommended. */
    public record OpenQuestion(InputClause input, boolean canChangeOutcome) {}

    public Recommendation {
        flips = List.copyOf(flips);
        relaxations = List.copyOf(relaxations);
        unanswered = List.copyOf(unanswered);
        cautions = List.copyOf(cautions);
    }

    public static Recommendation of(DecisionTable table, Answers answers) {
        Evaluator evaluator = new Evaluator(table);
        Evaluation evaluation = Evaluation.of(table, answers);
        Optional<Alternative> recommended = evaluation.outcome().recommended();
        // First, since it refuses tables that tie too much together, which bounds the search for flips.
        List<OpenQuestion> unanswered = unanswered(evaluator, answers);
        return new Recommendation(
                evaluation,
                recommended.map(alternative -> development(evaluation, alternative)),
                new FlipFinder(evaluator, answers).find(),
                recommended.isPresent() ? List.of() : relaxations(evaluation),
                unanswered,
                recommended
                        .map(alternative -> cautions(table, answers, alternative))
                        .orElse(List.of()));
    }

    public Outcome outcome() {
        return evaluation.outcome();
    }

    public DecisionTable table() {
        return evaluation.table();
    }

    /**
     * How far the recommended alternative's score is ahead of the best other; negative where a constraint decided
     * against it.
     */
    public Optional<BigDecimal> margin() {
        return outcome().recommended().map(recommended -> {
            BigDecimal runnerUp = table().alternatives().stream()
                    .filter(alternative -> alternative != recommended)
                    .map(evaluation::score)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return evaluation.score(recommended).subtract(runnerUp);
        });
    }

    /** What to use for development, where that differs from what is recommended. */
    public Optional<Preference> otherForDevelopment() {
        return development.filter(preference -> !outcome().recommended().equals(Optional.of(preference.alternative())));
    }

    private static Preference development(Evaluation evaluation, Alternative recommended) {
        Preference preferred = evaluation.table().development();
        return evaluation.exclusions(preferred.alternative()).stream()
                .map(CriterionResult::criterion)
                .filter(Criterion::bindsDevelopment)
                .findFirst()
                .map(obstacle -> new Preference(
                        recommended,
                        obstacle.suitability(preferred.alternative()).because(),
                        obstacle.source()))
                .orElse(preferred);
    }

    private static List<Relaxation> relaxations(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .map(alternative -> new Relaxation(
                        alternative,
                        evaluation.exclusions(alternative).stream()
                                .map(CriterionResult::criterion)
                                .toList()))
                .toList();
    }

    private static List<OpenQuestion> unanswered(Evaluator evaluator, Answers answers) {
        OutcomeSpace space = new OutcomeSpace(evaluator);
        return evaluator.table().inputs().stream()
                .filter(input -> answers.value(input).isEmpty())
                .map(input -> new OpenQuestion(input, space.canChange(input, answers)))
                .toList();
    }

    private static List<Caution> cautions(DecisionTable table, Answers answers, Alternative recommended) {
        return table.cautions().stream()
                .filter(caution -> caution.concerns(recommended, answers))
                .toList();
    }
}
