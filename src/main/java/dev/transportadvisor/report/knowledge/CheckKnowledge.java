package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.diagnostic.RuleDescriptor;
import java.util.List;

/** What {@code rules check} can find. */
public record CheckKnowledge(List<RuleDescriptor> rules) implements KnowledgeArea {

    @Override
    public List<KnowledgeItem> all() {
        return rules.stream().map(CheckKnowledge::item).toList();
    }

    private static KnowledgeItem item(RuleDescriptor rule) {
        return new KnowledgeItem(rule.id(), KnowledgeKind.CHECK, rule.summary(), List.of(rule.remedy()), "", "");
    }
}
