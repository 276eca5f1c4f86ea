package dev.transportadvisor.drill;

import java.util.List;

/**
 * What came of a drill.
 *
 * @param bot what to call the bot
 * @param results in the order of the scenarios, and of the transports within each
 */
public record DrillReport(
        String bot, List<Transport> transports, List<ScenarioResult> results, Comparison comparison) {

    public DrillReport {
        transports = List.copyOf(transports);
        results = List.copyOf(results);
    }

    /** Whether anything is proved: every scenario may have been skipped. */
    public boolean isPlayed() {
        return count(ScenarioResult.Status.PASSED) + count(ScenarioResult.Status.FAILED) > 0;
    }

    /** Whether the bot did everything that it had to, alike over the transports. */
    public boolean isPassed() {
        return isPlayed() && count(ScenarioResult.Status.FAILED) == 0 && comparison.differences().isEmpty();
    }

    public long count(ScenarioResult.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
