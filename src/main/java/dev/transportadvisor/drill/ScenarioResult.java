package dev.transportadvisor.drill;

import java.util.Collections;
import java.util.SortedSet;

/**
 * What came of a scenario over one transport.
 *
 * @param reason why it failed or was skipped, as a sentence; empty if it passed
 * @param effects what the bot did, without ids and times
 */
public record ScenarioResult(
        Scenario scenario,
        Transport transport,
        Status status,
        String reason,
        Measurement measurement,
        SortedSet<String> effects) {

    static ScenarioResult notApplicable(Scenario scenario, Transport transport) {
        return new ScenarioResult(
                scenario, transport, Status.NOT_APPLICABLE, "", Measurement.NONE, Collections.emptySortedSet());
    }

    /** How a scenario can end. */
    public enum Status {
        PASSED,
        FAILED,
        /** It could not be played with this bot. */
        SKIPPED,
        /** It makes no sense over this transport. */
        NOT_APPLICABLE
    }
}
