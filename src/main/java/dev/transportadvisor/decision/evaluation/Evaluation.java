package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Gap;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table applied to answers: every criterion with what it is worth, and what that adds up to.
 *
 * @param scores 100 × points won ÷ points possible, to one decimal, in the order of the alternatives;
 *     zero where nothing weighs anything
 */
public record Evaluation(
        DecisionTable table,
        Answers answers,
        List<CriterionResult> appraisals,
        List<BigDecimal> scores,
        Outcome outcome) {

    public Evaluation {
        appraisals = List.copyOf(appraisals);
        scores = List.copyOf(scores);
    }

    public static Evaluation of(DecisionTable table, Answers answers) {
        List<CriterionResult> appraisals = new ArrayList<>();
        for (Criterion criterion : table.criteria()) {
            appraisals.add(appraise(table, criterion, answers));
        }
        List<BigDecimal> scores = table.alternatives().stream()
                .map(alternative -> score(table, appraisals, alternative))
                .toList();
        return new Evaluation(table, answers, appraisals, scores, new Outcomes(table).of(tally(table, appraisals)));
    }

    public BigDecimal score(Alternative alternative) {
        return scores.get(alternative.index());
    }

    /** The criteria that weigh anything, in the order of the table. */
    public List<CriterionResult> counting() {
        return appraisals.stream().filter(CriterionResult::counts).toList();
    }

    /** The hard constraints that exclude an alternative; none if it is not excluded. */
    public List<CriterionResult> exclusions(Alternative alternative) {
        return appraisals.stream()
                .filter(appraisal -> appraisal.excludes(alternative))
                .toList();
    }

    /** What the answers ask for that a scaffolded bot does not carry. */
    public List<Gap> gaps() {
        return table.gaps().stream().filter(this::asksFor).toList();
    }

    private boolean asksFor(Gap gap) {
        boolean byFacts = !gap.conditions().isEmpty()
                && gap.conditions().stream().allMatch(condition -> condition.holds(answers));
        Stream<String> counting = counting().stream().map(row -> row.criterion().id());
        return byFacts || counting.anyMatch(gap.criteria()::contains);
    }

    /** Every rule that fired, in the order of the criteria. */
    public List<Rule> fired() {
        return appraisals.stream()
                .flatMap(appraisal -> appraisal.fired().stream())
                .toList();
    }

    private static CriterionResult appraise(DecisionTable table, Criterion criterion, Answers answers) {
        Importance given = given(criterion, answers);
        Importance derived = derived(criterion, answers);
        boolean answered = given != Importance.UNKNOWN;
        Importance importance = answered
                ? given
                : derived == Importance.UNKNOWN && isSettled(criterion, answers) ? Importance.NO : derived;
        CriterionResult.Origin origin = answered
                ? CriterionResult.Origin.ANSWERED
                : importance == Importance.UNKNOWN ? CriterionResult.Origin.UNKNOWN : CriterionResult.Origin.DERIVED;
        List<Long> points = table.alternatives().stream()
                .map(alternative -> table.points(importance, criterion.fit(alternative)))
                .toList();
        Optional<Rule.Derived> contradicted =
                strongest(criterion, derived, answers).filter(rule -> answered && given != derived);
        return new CriterionResult(criterion, importance, origin, points, fired(criterion, answers), contradicted);
    }

    /** The importance that a person has given a criterion. */
    private static Importance given(Criterion criterion, Answers answers) {
        return criterion
                .asked()
                .flatMap(rule -> answers.value(rule.input()))
                .map(value -> Importance.of(value.text()).orElseThrow())
                .orElse(Importance.UNKNOWN);
    }

    /** The importance that facts give a criterion. */
    private static Importance derived(Criterion criterion, Answers answers) {
        return criterion.derived().stream()
                .filter(rule -> rule.fires(answers))
                .map(Rule.Derived::importance)
                .reduce(Importance.UNKNOWN, (one, other) -> other.isStrongerThan(one) ? other : one);
    }

    /** A criterion of facts alone does not matter once every fact is known and no rule fires. */
    private static boolean isSettled(Criterion criterion, Answers answers) {
        return criterion.asked().isEmpty()
                && criterion.derived().stream()
                        .flatMap(rule -> rule.conditions().stream())
                        .allMatch(condition -> answers.value(condition.input()).isPresent());
    }

    private static Optional<Rule.Derived> strongest(Criterion criterion, Importance derived, Answers answers) {
        return criterion.derived().stream()
                .filter(rule -> rule.importance() == derived && rule.fires(answers))
                .findFirst();
    }

    private static List<Rule> fired(Criterion criterion, Answers answers) {
        List<Rule> fired = new ArrayList<>();
        criterion
                .asked()
                .filter(rule -> answers.value(rule.input()).isPresent())
                .ifPresent(fired::add);
        criterion.derived().stream().filter(rule -> rule.fires(answers)).forEach(fired::add);
        return fired;
    }

    private static PartialScore tally(DecisionTable table, List<CriterionResult> appraisals) {
        long[] points = new long[table.alternatives().size()];
        int excluded = 0;
        for (Alternative alternative : table.alternatives()) {
            points[alternative.index()] = won(appraisals, alternative);
            boolean isExcluded = appraisals.stream().anyMatch(appraisal -> appraisal.excludes(alternative));
            excluded |= isExcluded ? 1 << alternative.index() : 0;
        }
        return PartialScore.of(points, excluded);
    }

    private static long won(List<CriterionResult> appraisals, Alternative alternative) {
        return appraisals.stream()
                .mapToLong(row -> row.points().get(alternative.index()))
                .sum();
    }

    private static BigDecimal score(DecisionTable table, List<CriterionResult> appraisals, Alternative alternative) {
        long possible = appraisals.stream()
                .mapToLong(row -> table.points(row.importance(), Fit.YES))
                .sum();
        return possible == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(100 * won(appraisals, alternative))
                        .divide(BigDecimal.valueOf(possible), 1, RoundingMode.HALF_UP);
    }
}
