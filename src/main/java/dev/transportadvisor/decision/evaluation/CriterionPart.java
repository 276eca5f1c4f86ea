package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Contradiction;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Fits;
import dev.transportadvisor.decision.table.Guard;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a criterion adds to the sum. It matters as much as the wish says or as facts make it, whichever is more;
 * a wish that a fact denies does not matter.
 */
final class CriterionPart implements Part {

    /** A rule with its guard. */
    private record Line(Rule.Derived rule, CompiledGuard when) {}

    /** A fact that denies the wish. */
    private record Denial(Contradiction row, CompiledGuard when) {}

    /** A conditional fit of one alternative, with the points that it wins by the ordinal of the importance. */
    private record Variant(CompiledGuard when, Fits.Suitability suitability, long[] points) {}

    private final DecisionTable table;
    private final Criterion criterion;
    private final List<InputClause> inputs;

    /** The question that asks for the importance itself, or -1. */
    private final int asked;

    /** The importance that each answer to it gives. */
    private final Importance[] given;

    private final Line[] lines;
    private final Denial[] denials;

    /** By the index of the alternative; the last of each always holds. */
    private final Variant[][] variants;

    CriterionPart(DecisionTable table, Criterion criterion, AnswerClasses classes) {
        this.table = table;
        this.criterion = criterion;
        this.inputs = classes.inputs(conditions(table, criterion), criterion.asked().map(Rule.Asked::input));
        this.asked = criterion.asked().map(rule -> rule.input().index()).orElse(-1);
        this.given = criterion
                .asked()
                .map(rule -> given(classes.of(rule.input())))
                .orElse(new Importance[] {Importance.UNKNOWN});
        this.lines = criterion.derived().stream()
                .map(rule -> new Line(rule, new CompiledGuard(rule.when(), classes)))
                .toArray(Line[]::new);
        this.denials = table.denials(criterion).stream()
                .map(row -> new Denial(row, new CompiledGuard(row.when(), classes)))
                .toArray(Denial[]::new);
        this.variants = criterion.fits().stream()
                .map(fits -> variants(fits, classes))
                .toArray(Variant[][]::new);
    }

    private static Stream<Condition> conditions(DecisionTable table, Criterion criterion) {
        return Stream.concat(
                criterion.conditions(), table.denials(criterion).stream().flatMap(row -> row.when().conditions()));
    }

    private static Importance[] given(List<AnswerClass> classes) {
        Importance[] given = new Importance[classes.size() + 1];
        given[AnswerClasses.UNKNOWN] = Importance.UNKNOWN;
        for (int i = 0; i < classes.size(); i++) {
            given[i + 1] = Importance.of(classes.get(i).sample().text()).orElseThrow();
        }
        return given;
    }

    private Variant[] variants(Fits fits, AnswerClasses classes) {
        List<Variant> all = new ArrayList<>();
        for (Fits.Conditional conditional : fits.conditional()) {
            all.add(variant(conditional.when(), conditional.suitability(), classes));
        }
        all.add(variant(Guard.ALWAYS, fits.plain(), classes));
        return all.toArray(Variant[]::new);
    }

    private Variant variant(Guard when, Fits.Suitability suitability, AnswerClasses classes) {
        long[] points = new long[Importance.values().length];
        for (Importance importance : Importance.values()) {
            points[importance.ordinal()] = table.points(importance, suitability.fit());
        }
        return new Variant(new CompiledGuard(when, classes), suitability, points);
    }

    @Override
    public List<InputClause> inputs() {
        return inputs;
    }

    @Override
    public int addTo(long[] points, int[] answers) {
        Importance importance = importance(answers);
        if (!importance.isStrongerThan(Importance.NO)) {
            return 0;
        }
        int excluded = 0;
        for (int i = 0; i < variants.length; i++) {
            Variant variant = variant(i, answers);
            points[i] += variant.points[importance.ordinal()];
            boolean isOut = importance == Importance.MUST && variant.suitability.fit() == Fit.NO;
            excluded |= isOut ? 1 << i : 0;
        }
        return excluded;
    }

    private Variant variant(int alternative, int[] answers) {
        Variant[] candidates = variants[alternative];
        int i = 0;
        while (!candidates[i].when.holds(answers)) {
            i++;
        }
        return candidates[i];
    }

    private Importance importance(int[] answers) {
        Importance wished = wished(answers);
        Importance derived = derived(answers);
        return derived.isStrongerThan(wished) ? derived : wished;
    }

    /** What a wish makes it matter; unknown if there is none. */
    private Importance wished(int[] answers) {
        return asked < 0 ? Importance.UNKNOWN : denial(answers) != null ? Importance.NO : given[answers[asked]];
    }

    private Importance derived(int[] answers) {
        Importance strongest = Importance.UNKNOWN;
        for (Line line : lines) {
            if (line.rule.importance().isStrongerThan(strongest) && line.when.holds(answers)) {
                strongest = line.rule.importance();
            }
        }
        return strongest;
    }

    /** The first row that denies the wish, or {@code null}: a decision in a loop makes nothing. */
    private Denial denial(int[] answers) {
        for (Denial denial : denials) {
            if (denial.when.holds(answers)) {
                return denial;
            }
        }
        return null;
    }

    /** The same in full. */
    CriterionResult result(int[] answers) {
        Importance importance = importance(answers);
        boolean isWish = asked >= 0 && answers[asked] != AnswerClasses.UNKNOWN && denial(answers) == null;
        boolean isStated = isWish && !derived(answers).isStrongerThan(given[answers[asked]]);
        Importance settled = importance == Importance.UNKNOWN && isSettled(answers) ? Importance.NO : importance;
        return new CriterionResult(
                criterion,
                settled,
                isStated
                        ? CriterionResult.Origin.ANSWERED
                        : settled == Importance.UNKNOWN
                                ? CriterionResult.Origin.UNKNOWN
                                : CriterionResult.Origin.DERIVED,
                suitabilities(answers),
                points(answers),
                fired(answers, isWish),
                Optional.ofNullable(denial(answers)).map(Denial::row));
    }

    /** A criterion of facts alone does not matter once every fact is known and no rule fires. */
    private boolean isSettled(int[] answers) {
        return asked < 0 && inputs.stream().allMatch(input -> answers[input.index()] != AnswerClasses.UNKNOWN);
    }

    private List<Fits.Suitability> suitabilities(int[] answers) {
        return table.alternatives().stream()
                .map(alternative -> variant(alternative.index(), answers).suitability)
                .toList();
    }

    private List<Long> points(int[] answers) {
        long[] points = new long[variants.length];
        addTo(points, answers);
        return table.alternatives().stream()
                .map(Alternative::index)
                .map(index -> points[index])
                .toList();
    }

    private List<Rule> fired(int[] answers, boolean isWish) {
        List<Rule> fired = new ArrayList<>();
        criterion.asked().filter(rule -> isWish).ifPresent(fired::add);
        for (Line line : lines) {
            if (line.when.holds(answers)) {
                fired.add(line.rule);
            }
        }
        return fired;
    }
}
