package dev.transportadvisor.decision;

import java.util.ArrayList;
import java.util.List;

/** Finds the outcome of answers. Built once for a table, it allocates nothing per criterion. */
public final class Evaluator {

    private final DecisionTable table;
    private final int size;

    /** What a criterion adds, by its index and the ordinal of its importance. */
    private final Tally[][] contributions;

    private final List<List<Outcome>> outcomes = new ArrayList<>();
    private final Outcome conflict = new Outcome.Conflict();

    public Evaluator(DecisionTable table) {
        this.table = table;
        this.size = table.alternatives().size();
        this.contributions = new Tally[table.criteria().size()][Importance.values().length];
        for (Criterion criterion : table.criteria()) {
            for (Importance importance : Importance.values()) {
                contributions[criterion.index()][importance.ordinal()] = contribute(criterion, importance);
            }
        }
        for (Alternative alternative : table.alternatives()) {
            List<Outcome> bases = new ArrayList<>();
            for (DecidedBy decidedBy : DecidedBy.values()) {
                bases.add(new Outcome.Recommended(alternative, decidedBy));
            }
            outcomes.add(bases);
        }
    }

    private Tally contribute(Criterion criterion, Importance importance) {
        long[] points = new long[size];
        int excluded = 0;
        for (Alternative alternative : table.alternatives()) {
            Fit fit = criterion.fit(alternative);
            points[alternative.index()] = table.points(importance, fit);
            if (importance == Importance.MUST && fit == Fit.NO) {
                excluded |= 1 << alternative.index();
            }
        }
        return Tally.of(points, excluded);
    }

    public Outcome outcome(Answers answers) {
        return outcome(tally(table.criteria(), answers));
    }

    /** The sum of what some of the criteria contribute. */
    Tally tally(List<Criterion> criteria, Answers answers) {
        long[] points = new long[size];
        int excluded = 0;
        for (Criterion criterion : criteria) {
            excluded |= contribution(criterion, importance(criterion, answers)).addTo(points);
        }
        return Tally.of(points, excluded);
    }

    Tally contribution(Criterion criterion, Importance importance) {
        return contributions[criterion.index()][importance.ordinal()];
    }

    /** An answer that was given beats one that is derived; of several derived ones the strongest counts. */
    Importance importance(Criterion criterion, Answers answers) {
        Importance given = given(criterion, answers);
        return given == Importance.UNKNOWN ? derived(criterion, answers) : given;
    }

    /** The importance that a person has given a criterion. */
    static Importance given(Criterion criterion, Answers answers) {
        Rule.Asked asked = criterion.asked().orElse(null);
        Value value = asked == null ? null : answers.at(asked.input().index());
        return value == null ? Importance.UNKNOWN : Importance.of(value.text()).orElseThrow();
    }

    /** The importance that facts give a criterion. */
    static Importance derived(Criterion criterion, Answers answers) {
        Importance strongest = Importance.UNKNOWN;
        for (Rule.Derived rule : criterion.derived()) {
            if (rule.importance().isStrongerThan(strongest) && rule.fires(answers)) {
                strongest = rule.importance();
            }
        }
        return strongest;
    }

    Outcome outcome(Tally tally) {
        int left = 0;
        int best = -1;
        boolean tied = false;
        for (int i = 0; i < size; i++) {
            if (tally.excludes(i)) {
                continue;
            }
            left++;
            int lead = best < 0 ? 1 : Long.compare(tally.points(i), tally.points(best));
            tied = lead == 0 || lead < 0 && tied;
            best = lead > 0 ? i : best;
        }
        if (left == 0) {
            return conflict;
        }
        DecidedBy decidedBy = left == 1 ? DecidedBy.CONSTRAINT : tied ? DecidedBy.DEFAULT : DecidedBy.SCORE;
        return outcomes.get(tied ? preferred(tally, best) : best).get(decidedBy.ordinal());
    }

    /** Among equals: the table's own default if it is one of them. */
    private int preferred(Tally tally, int best) {
        int fallback = table.fallback().alternative().index();
        boolean isEqual = !tally.excludes(fallback) && tally.points(fallback) == tally.points(best);
        return isEqual ? fallback : best;
    }
}
