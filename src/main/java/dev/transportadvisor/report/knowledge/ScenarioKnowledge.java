package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.Transport;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the drill plays. */
public record ScenarioKnowledge(List<Scenario> scenarios) implements KnowledgeArea {

    @Override
    public List<KnowledgeItem> all() {
        return scenarios.stream().map(ScenarioKnowledge::item).toList();
    }

    private static KnowledgeItem item(Scenario scenario) {
        String transports = new TreeSet<>(scenario.transports())
                .stream().map(Transport::word).collect(Collectors.joining(", "));
        return new KnowledgeItem(
                scenario.id(),
                KnowledgeKind.SCENARIO,
                scenario.summary(),
                List.of(
                        "Played over: " + transports + ".",
                        "Why: " + scenario.advice().why(),
                        "What to do: " + scenario.advice().remedy(),
                        "To play it alone: drill DIR --scenario " + scenario.id()),
                scenario.advice().source(),
                "");
    }
}
