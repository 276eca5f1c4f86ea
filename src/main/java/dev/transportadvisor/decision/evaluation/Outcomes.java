package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Preferences;
import java.util.ArrayList;
import java.util.List;

/** What points and marks lead to. Each outcome is made once, so a search that compares many of them makes nothing. */
final class Outcomes {

    private final int size;

    /** The index of the alternative to take among equals, where no condition says otherwise. */
    private final int fallback;

    /** The same for each condition of the table, in its order. */
    private final int[] preferred;

    /** By the index of the alternative and the ordinal of what decided. */
    private final List<List<Outcome>> recommended = new ArrayList<>();

    private final Outcome conflict = new Outcome.Conflict();
    private final Outcome notNeeded = new Outcome.NotNeeded();

    Outcomes(DecisionTable table) {
        this.size = table.alternatives().size();
        this.fallback = table.fallback().plain().alternative().index();
        this.preferred = table.fallback().others().stream()
                .map(Preferences.Conditional::preference)
                .mapToInt(preference -> preference.alternative().index())
                .toArray();
        for (Alternative alternative : table.alternatives()) {
            List<Outcome> bases = new ArrayList<>();
            for (DecidedBy decidedBy : DecidedBy.values()) {
                bases.add(new Outcome.Recommended(alternative, decidedBy));
            }
            recommended.add(bases);
        }
    }

    /** Every outcome that there can be. */
    List<Outcome> all() {
        List<Outcome> all = new ArrayList<>(List.of(notNeeded, conflict));
        recommended.forEach(all::addAll);
        return all;
    }

    Outcome of(long[] points, int marks) {
        if ((marks & Marks.NOT_NEEDED) != 0) {
            return notNeeded;
        }
        int left = 0;
        int best = -1;
        boolean tied = false;
        for (int i = 0; i < size; i++) {
            if (Marks.excludes(marks, i)) {
                continue;
            }
            left++;
            int lead = best < 0 ? 1 : Long.compare(points[i], points[best]);
            tied = lead == 0 || lead < 0 && tied;
            best = lead > 0 ? i : best;
        }
        if (left == 0) {
            return conflict;
        }
        DecidedBy decidedBy = left == 1 ? DecidedBy.CONSTRAINT : tied ? DecidedBy.DEFAULT : DecidedBy.SCORE;
        return recommended.get(tied ? preferred(points, marks, best) : best).get(decidedBy.ordinal());
    }

    /** Among equals: the table's own default if it is one of them. */
    private int preferred(long[] points, int marks, int best) {
        int preference = preference(marks);
        boolean isEqual = !Marks.excludes(marks, preference) && points[preference] == points[best];
        return isEqual ? preference : best;
    }

    private int preference(int marks) {
        for (int i = 0; i < preferred.length; i++) {
            if ((marks & Marks.preference(i)) != 0) {
                return preferred[i];
            }
        }
        return fallback;
    }
}
