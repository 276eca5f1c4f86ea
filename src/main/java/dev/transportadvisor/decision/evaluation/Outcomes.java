package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;

/** What tallies lead to. Each outcome is made once, so a search that compares many of them makes nothing. */
final class Outcomes {

    private final int size;

    /** The index of the alternative to take among equals. */
    private final int fallback;

    /** By the index of the alternative and the ordinal of what decided. */
    private final List<List<Outcome>> recommended = new ArrayList<>();

    private final Outcome conflict = new Outcome.Conflict();

    Outcomes(DecisionTable table) {
        this.size = table.alternatives().size();
        this.fallback = table.fallback().alternative().index();
        for (Alternative alternative : table.alternatives()) {
            List<Outcome> bases = new ArrayList<>();
            for (DecidedBy decidedBy : DecidedBy.values()) {
                bases.add(new Outcome.Recommended(alternative, decidedBy));
            }
            recommended.add(bases);
        }
    }

    public Outcome of(PartialScore tally) {
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
        return recommended.get(tied ? preferred(tally, best) : best).get(decidedBy.ordinal());
    }

    /** Among equals: the table's own default if it is one of them. */
    private int preferred(PartialScore tally, int best) {
        boolean isEqual = !tally.excludes(fallback) && tally.points(fallback) == tally.points(best);
        return isEqual ? fallback : best;
    }
}
