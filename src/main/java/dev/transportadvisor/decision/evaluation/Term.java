package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Condition;
import dev.transportadvisor.decision.table.Criterion;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Fit;
import dev.transportadvisor.decision.table.Importance;
import dev.transportadvisor.decision.table.Rule;
import java.util.List;

/** What a criterion adds to the sum, in arrays that are indexed by answers as {@link AnswerClasses} numbers them. */
public final class Term {

    /** Which answers to one question pass a test; unknown passes none. */
    private record Test(int input, boolean[] passes) {}

    /** A rule that derives an importance when all of its tests are passed. */
    private record Line(Test[] tests, Importance importance) {

        boolean fires(int[] answers) {
            for (Test test : tests) {
                if (!test.passes[answers[test.input]]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The question that asks for the importance itself, or -1. */
    private final int asked;

    /** The importance that each answer to it gives. */
    private final Importance[] given;

    /** The strongest first, so that the first that fires is the one that counts. */
    private final Line[] lines;

    /** By the ordinal of the importance. */
    private final PartialScore[] tallies;

    public Term(DecisionTable table, Criterion criterion, AnswerClasses regions) {
        this.asked = criterion.asked().map(rule -> rule.input().index()).orElse(-1);
        this.given = criterion
                .asked()
                .map(rule -> given(regions.of(rule.input())))
                .orElse(new Importance[0]);
        this.lines = criterion.derived().stream()
                .sorted((one, other) -> other.importance().compareTo(one.importance()))
                .map(rule -> line(rule, regions))
                .toArray(Line[]::new);
        this.tallies = new PartialScore[Importance.values().length];
        for (Importance importance : Importance.values()) {
            tallies[importance.ordinal()] = tally(table, criterion, importance);
        }
    }

    private static Importance[] given(List<AnswerClass> regions) {
        Importance[] given = new Importance[regions.size() + 1];
        given[AnswerClasses.UNKNOWN] = Importance.UNKNOWN;
        for (int i = 0; i < regions.size(); i++) {
            given[i + 1] = Importance.of(regions.get(i).sample().text()).orElseThrow();
        }
        return given;
    }

    private static Line line(Rule.Derived rule, AnswerClasses regions) {
        Test[] tests = rule.conditions().stream()
                .map(condition -> test(condition, regions.of(condition.input())))
                .toArray(Test[]::new);
        return new Line(tests, rule.importance());
    }

    private static Test test(Condition condition, List<AnswerClass> regions) {
        boolean[] passes = new boolean[regions.size() + 1];
        for (int i = 0; i < regions.size(); i++) {
            passes[i + 1] = condition.entry().matches(regions.get(i).sample());
        }
        return new Test(condition.input().index(), passes);
    }

    private static PartialScore tally(DecisionTable table, Criterion criterion, Importance importance) {
        long[] points = new long[table.alternatives().size()];
        int excluded = 0;
        for (Alternative alternative : table.alternatives()) {
            Fit fit = criterion.fit(alternative);
            points[alternative.index()] = table.points(importance, fit);
            if (importance == Importance.MUST && fit == Fit.NO) {
                excluded |= 1 << alternative.index();
            }
        }
        return PartialScore.of(points, excluded);
    }

    /** An answer that was given beats one that is derived; of several derived ones the strongest counts. */
    public Importance importance(int[] answers) {
        Importance said = asked < 0 ? Importance.UNKNOWN : given[answers[asked]];
        return said == Importance.UNKNOWN ? derived(answers) : said;
    }

    private Importance derived(int[] answers) {
        for (Line line : lines) {
            if (line.fires(answers)) {
                return line.importance;
            }
        }
        return Importance.UNKNOWN;
    }

    /** Adds the points to a running sum, and returns the excluded alternatives as bits. */
    int addTo(long[] sum, int[] answers) {
        return tallies[importance(answers).ordinal()].addTo(sum);
    }
}
