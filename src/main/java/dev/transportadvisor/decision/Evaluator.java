package dev.transportadvisor.decision;

import java.util.ArrayList;
import java.util.List;

/** Finds the outcome of answers. Built once for a table, it allocates nothing per criterion or rule. */
public final class Evaluator {

    private final DecisionTable table;
    private final Regions regions;
    private final int size;
    private final Term[] terms;

    /** By the index of the alternative and the ordinal of what decided; each is made only once. */
    private final List<List<Outcome>> outcomes = new ArrayList<>();

    private final Outcome conflict = new Outcome.Conflict();

    public Evaluator(DecisionTable table) {
        this.table = table;
        this.regions = new Regions(table);
        this.size = table.alternatives().size();
        this.terms = table.criteria().stream()
                .map(criterion -> new Term(table, criterion, regions))
                .toArray(Term[]::new);
        for (Alternative alternative : table.alternatives()) {
            List<Outcome> bases = new ArrayList<>();
            for (DecidedBy decidedBy : DecidedBy.values()) {
                bases.add(new Outcome.Recommended(alternative, decidedBy));
            }
            outcomes.add(bases);
        }
    }

    DecisionTable table() {
        return table;
    }

    Regions regions() {
        return regions;
    }

    /** The term of one of the table's criteria. */
    Term term(Criterion criterion) {
        return terms[criterion.index()];
    }

    /**
     * Answers as an array of ints: for each question, in the order of the table, which of the answers that rules can
     * tell apart it is, counted from 1; 0 where it is not known.
     */
    public int[] numbers(Answers answers) {
        return regions.numbers(answers);
    }

    public Outcome outcome(Answers answers) {
        return outcome(numbers(answers));
    }

    /** @param answers as {@link #numbers} gives them */
    public Outcome outcome(int[] answers) {
        return outcome(tally(terms, answers));
    }

    /** The sum of what some of the criteria contribute. */
    Tally tally(Term[] some, int[] answers) {
        long[] points = new long[size];
        int excluded = 0;
        for (Term term : some) {
            excluded |= term.addTo(points, answers);
        }
        return Tally.of(points, excluded);
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
