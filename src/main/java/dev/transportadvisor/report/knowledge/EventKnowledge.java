package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.EventType;
import dev.transportadvisor.manifest.ScopeNeed;
import dev.transportadvisor.manifest.Token;
import java.util.ArrayList;
import java.util.List;

/** The events of Slack. */
public record EventKnowledge(EventCatalog events) implements KnowledgeArea {

    @Override
    public List<KnowledgeItem> all() {
        return events.all().stream().map(EventKnowledge::item).toList();
    }

    private static KnowledgeItem item(EventType event) {
        List<String> details = new ArrayList<>();
        if (event.delivery() == EventType.Delivery.SUBSCRIPTION) {
            details.add("With the bot's token: " + need(event.need(Token.BOT)) + ".");
            details.add("With a person's token: " + need(event.need(Token.USER)) + ".");
        }
        event.also().ifPresent(also -> details.add("It also needs " + also + "."));
        event.deprecated().ifPresent(why -> details.add("Not to be used any more: " + why));
        event.remark().ifPresent(remark -> details.add("Not certain: " + remark));
        return new KnowledgeItem(
                event.name(), KnowledgeKind.EVENT, delivery(event.delivery()), details, event.source(), "");
    }

    private static String delivery(EventType.Delivery delivery) {
        return switch (delivery) {
            case SUBSCRIPTION -> "An event that an app can subscribe to.";
            case AUTOMATIC -> "An event that comes to an app unasked.";
            case RTM_ONLY -> "An event of the old RTM API only; no app can subscribe to it.";
            case MESSAGE_SUBTYPE -> "A subtype of `message`; it comes with the events that bring messages.";
        };
    }

    private static String need(ScopeNeed need) {
        if (need instanceof ScopeNeed.AnyOf anyOf) {
            return anyOf.scopes().isEmpty() ? "no scope" : "the scope " + String.join(" or ", anyOf.scopes());
        }
        return need instanceof ScopeNeed.Never ? "never" : "unknown";
    }
}
