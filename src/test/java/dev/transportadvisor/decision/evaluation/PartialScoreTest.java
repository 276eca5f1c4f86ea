package dev.transportadvisor.decision.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class PartialScoreTest {

    @Test
    void addsPointsAndKeepsWhatIsExcluded() {
        assertEquals(tally(0b11, 4, 6), tally(0b01, 1, 2).plus(tally(0b10, 3, 4)));
    }

    /** What leads to the same outcome has to be looked at once only. */
    @Test
    void theSameLeadIsTheSameWhenNormalised() {
        assertEquals(tally(0, 5, 3, 9).normalised(), tally(0, 7, 5, 11).normalised());
        assertEquals(tally(0, 5, 3, 9).normalised().hashCode(), tally(0, 7, 5, 11).normalised().hashCode());
        assertNotEquals(tally(0, 5, 3, 9).normalised(), tally(0, 7, 5, 10).normalised());
        assertNotEquals(tally(0, 5, 3, 9).normalised(), tally(1, 5, 3, 9).normalised());
    }

    private static PartialScore tally(int excluded, long... points) {
        return PartialScore.of(points, excluded);
    }
}
