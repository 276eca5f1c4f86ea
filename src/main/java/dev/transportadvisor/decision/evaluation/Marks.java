package dev.transportadvisor.decision.evaluation;

import dev.transportadvisor.decision.table.Alternative;

/** What parts bring about beside points, a bit each: an exclusion, or a condition of the table that holds. */
public final class Marks {

    /** No alternative is needed. */
    static final int NOT_NEEDED = 1 << 8;

    private static final int FIRST_PREFERENCE = 9;

    /** As many bits as are left. */
    static final int MOST_PREFERENCES = 20;

    private Marks() {}

    /** The alternative is excluded. */
    static int excluded(Alternative alternative) {
        return 1 << alternative.index();
    }

    static boolean excludes(int marks, int alternative) {
        return (marks & 1 << alternative) != 0;
    }

    /** The conditional preference of a place in the table holds. */
    static int preference(int index) {
        return 1 << FIRST_PREFERENCE + index;
    }
}
