package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.Advice;
import dev.transportadvisor.source.Keyword;
import java.util.Collections;
import java.util.SortedSet;

/**
 * What came of a scenario over one transport.
 *
 * @param advice what to do if it failed
 * @param effects what the bot did, without ids and times
 */
public record ScenarioResult(
        Scenario scenario,
        Transport transport,
        Verdict verdict,
        Advice advice,
        Measurement measurement,
        SortedSet<String> effects) {

    static ScenarioResult notApplicable(Scenario scenario, Transport transport) {
        return unplayed(scenario, transport, Verdict.NOT_APPLICABLE);
    }

    static ScenarioResult unplayed(Scenario scenario, Transport transport, Verdict verdict) {
        return new ScenarioResult(
                scenario, transport, verdict, scenario.advice(), Measurement.NONE, Collections.emptySortedSet());
    }

    public Status status() {
        return verdict.status();
    }

    /** Why it failed or was skipped, as a sentence; empty otherwise. */
    public String reason() {
        return verdict.reason();
    }

    ScenarioResult with(Verdict other) {
        return new ScenarioResult(scenario, transport, other, advice, measurement, effects);
    }

    /** How a scenario can end. */
    public enum Status implements Keyword {
        PASSED,
        FAILED,
        /** It could not be played with this bot, or tells nothing that another one does not tell better. */
        SKIPPED,
        /** It makes no sense over this transport. */
        NOT_APPLICABLE
    }
}
