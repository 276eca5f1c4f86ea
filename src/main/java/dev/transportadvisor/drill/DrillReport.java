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

    /** Whether the bot did everything that it had to, alike over the transports. */
    public boolean isPassed() {
        return count(ScenarioResult.Status.FAILED) == 0 && comparison.differences().isEmpty();
    }

    public long count(ScenarioResult.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
