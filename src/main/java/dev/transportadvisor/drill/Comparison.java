package dev.transportadvisor.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the same listeners had the same effect over every transport.
 *
 * @param compared how many scenarios could be compared
 */
public record Comparison(int compared, List<Difference> differences) {

    /**
     * What happened over one transport and not over the other.
     *
     * @param effect a call and its arguments, with ids and times taken out
     */
    public record Difference(Scenario scenario, Transport onlyOver, String effect) {}

    /** Compares what passed over both transports; what failed is told elsewhere. */
    static Comparison of(List<ScenarioResult> results) {
        Map<Scenario, List<ScenarioResult>> pairs = results.stream()
                .filter(result -> result.status() == ScenarioResult.Status.PASSED)
                .collect(Collectors.groupingBy(ScenarioResult::scenario));
        List<Difference> differences = new ArrayList<>();
        int compared = 0;
        for (Scenario scenario : results.stream().map(ScenarioResult::scenario).distinct().toList()) {
            List<ScenarioResult> pair = pairs.getOrDefault(scenario, List.of());
            if (pair.size() == 2) {
                compared++;
                differences.addAll(difference(pair.get(0), pair.get(1)));
                differences.addAll(difference(pair.get(1), pair.get(0)));
            }
        }
        return new Comparison(compared, differences);
    }

    private static List<Difference> difference(ScenarioResult one, ScenarioResult other) {
        SortedSet<String> only = new TreeSet<>(one.effects());
        only.removeAll(other.effects());
        return only.stream()
                .map(effect -> new Difference(one.scenario(), one.transport(), effect))
                .toList();
    }
}
