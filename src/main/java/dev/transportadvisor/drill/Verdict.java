package dev.transportadvisor.drill;

import java.util.Optional;

/**
 * How a scenario ended.
 *
 * @param reason why it failed or was skipped, as a sentence; empty otherwise
 * @param symptom what was seen of a bot that failed
 */
public record Verdict(ScenarioResult.Status status, String reason, Optional<Symptom> symptom) {

    static final Verdict PASSED = new Verdict(ScenarioResult.Status.PASSED, "", Optional.empty());
    static final Verdict NOT_APPLICABLE = new Verdict(ScenarioResult.Status.NOT_APPLICABLE, "", Optional.empty());

    static Verdict failed(String reason, Optional<Symptom> symptom) {
        return new Verdict(ScenarioResult.Status.FAILED, reason, symptom);
    }

    static Verdict skipped(String reason) {
        return new Verdict(ScenarioResult.Status.SKIPPED, reason, Optional.empty());
    }
}
