package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.EventType;
import dev.transportadvisor.manifest.Scope;
import dev.transportadvisor.manifest.ScopeCatalog;
import dev.transportadvisor.manifest.ScopeNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scopes of Slack, with the events that come with them. */
public record ScopeKnowledge(ScopeCatalog scopes, EventCatalog events) implements KnowledgeArea {

    @Override
    public List<KnowledgeItem> all() {
        return scopes.all().stream().map(this::item).toList();
    }

    private KnowledgeItem item(Scope scope) {
        List<String> details = new ArrayList<>();
        details.add(
                scope.tokens().isEmpty()
                        ? "Nobody could establish which tokens can hold it."
                        : "For tokens of the kind: " + String.join(", ", scope.tokens()) + ".");
        if (scope.status() != Scope.Status.CURRENT) {
            details.add("Status: " + scope.status().word() + ".");
        }
        scope.instead().ifPresent(instead -> details.add("Instead: " + instead));
        List<String> delivered = events.all().stream()
                .filter(event -> delivers(scope, event))
                .map(EventType::name)
                .toList();
        if (!delivered.isEmpty()) {
            details.add("Events that come with it: " + String.join(", ", delivered) + ".");
        }
        String summary = "Lets the app " + scope.may() + ".";
        return new KnowledgeItem(scope.name(), KnowledgeKind.SCOPE, summary, details, scope.source(), "");
    }

    private static boolean delivers(Scope scope, EventType event) {
        return Stream.of(event.bot(), event.user())
                .anyMatch(need -> need instanceof ScopeNeed.AnyOf anyOf
                        && anyOf.scopes().contains(scope.name()));
    }
}
