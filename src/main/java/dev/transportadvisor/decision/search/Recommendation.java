package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Evaluator;
import dev.transportadvisor.decision.evaluation.Exclusion;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Confidence;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Implication;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Preference;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An evaluation with what follows from it.
 *
 * @param confidence how sure it is; empty where nothing is recommended
 * @param development what to use for development, where it may differ; empty where nothing is recommended
 * @param relaxations in a conflict, for each alternative what it takes
 * @param unanswered the questions without an answer
 * @param cautions what to know before building on the result, what these answers bring up first
 */
public record Recommendation(
        Evaluation evaluation,
        Optional<Confidence> confidence,
        Optional<Preference> development,
        Changes changes,
        List<Relaxation> relaxations,
        List<OpenQuestion> unanswered,
        List<Caution> cautions) {

    /**
     * A question without an answer.
     *
     * @param canChangeOutcome whether answering it could still change what is recommended
     * @param follows what its answer follows from, so that it need not be asked
     */
    public record OpenQuestion(InputClause input, boolean canChangeOutcome, Optional<Implication> follows) {}

    public Recommendation {
        relaxations = List.copyOf(relaxations);
        unanswered = List.copyOf(unanswered);
        cautions = List.copyOf(cautions);
    }

    public static Recommendation of(DecisionTable table, Answers answers) {
        Evaluator evaluator = new Evaluator(table);
        Evaluation evaluation = evaluator.evaluate(answers);
        Optional<Alternative> recommended = evaluation.outcome().recommended();
        Prospects prospects = new OutcomeSpace(evaluator).after(answers);
        List<OpenQuestion> unanswered = unanswered(table, answers, prospects);
        List<Caution> cautions =
                recommended.map(winner -> cautions(evaluation, winner)).orElse(List.of());
        return new Recommendation(
                evaluation,
                ConfidenceRating.of(evaluation, prospects.reachable(), cautions),
                recommended.map(winner -> development(evaluation, winner)),
                Changes.of(
                        evaluator,
                        answers,
                        unanswered.stream()
                                .filter(OpenQuestion::canChangeOutcome)
                                .map(OpenQuestion::input)
                                .toList()),
                evaluation.outcome() instanceof Outcome.Conflict ? relaxations(evaluation) : List.of(),
                unanswered,
                cautions);
    }

    public Outcome outcome() {
        return evaluation.outcome();
    }

    public DecisionTable table() {
        return evaluation.table();
    }

    /** The questions that can still turn the outcome. */
    public List<InputClause> stillOpen() {
        return unanswered.stream()
                .filter(OpenQuestion::canChangeOutcome)
                .map(OpenQuestion::input)
                .toList();
    }

    /** Whether a decision can be built on: it is sure enough, and the answers do not contradict each other. */
    public boolean isSettled() {
        return confidence.filter(it -> it.compareTo(Confidence.STRONG) >= 0).isPresent()
                && evaluation.contradictions().isEmpty();
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

    private static Preference development(Evaluation evaluation, Alternative recommended) {
        Preference preferred = evaluation.table().development().of(recommended);
        return evaluation.exclusions(preferred.alternative()).stream()
                .flatMap(exclusion -> obstacle(exclusion, preferred.alternative(), recommended).stream())
                .findFirst()
                .orElse(preferred);
    }

    /** What holds on a developer's machine too leaves only what is recommended. */
    private static Optional<Preference> obstacle(Exclusion exclusion, Alternative excluded, Alternative recommended) {
        if (exclusion instanceof Exclusion.ByLimit by && by.limit().bindsDevelopment()) {
            return Optional.of(new Preference(
                    recommended, by.limit().because(), by.limit().source()));
        }
        if (exclusion instanceof Exclusion.ByMust by && by.row().criterion().bindsDevelopment()) {
            return Optional.of(new Preference(
                    recommended,
                    by.row().suitability(excluded).because(),
                    by.row().criterion().source()));
        }
        return Optional.empty();
    }

    private static List<Relaxation> relaxations(Evaluation evaluation) {
        return evaluation.table().alternatives().stream()
                .map(alternative -> relaxation(alternative, evaluation.exclusions(alternative)))
                .toList();
    }

    private static Relaxation relaxation(Alternative alternative, List<Exclusion> exclusions) {
        return new Relaxation(
                alternative,
                exclusions.stream()
                        .flatMap(exclusion -> exclusion instanceof Exclusion.ByMust by
                                ? Stream.of(by.row().criterion())
                                : Stream.empty())
                        .toList(),
                exclusions.stream()
                        .flatMap(exclusion -> exclusion instanceof Exclusion.ByLimit by
                                ? Stream.of(by.limit())
                                : Stream.empty())
                        .toList());
    }

    private static List<OpenQuestion> unanswered(DecisionTable table, Answers answers, Prospects prospects) {
        return table.inputs().stream()
                .filter(input -> answers.value(input).isEmpty())
                .map(input ->
                        new OpenQuestion(input, prospects.canChange(input), table.implication(input, answers)))
                .toList();
    }

    private static List<Caution> cautions(Evaluation evaluation, Alternative recommended) {
        List<Caution> all = evaluation.table().cautions().stream()
                .filter(caution -> caution.concerns(recommended, evaluation.completed()))
                .toList();
        return Stream.concat(
                        all.stream().filter(caution -> !caution.when().all().isEmpty()),
                        all.stream().filter(caution -> caution.when().all().isEmpty()))
                .toList();
    }
}
