package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Installation;
import java.util.Collection;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an app is told when it is removed. No token authorizes that any more, and these events come in no promised
 * order.
 *
 * @see <a href="https://docs.slack.dev/reference/events/app_uninstalled">app_uninstalled</a>
 * @see <a href="https://docs.slack.dev/reference/events/tokens_revoked">tokens_revoked</a>
 */
public final class Departure {

    private static final Set<String> EVENTS = Set.of("app_uninstalled", "tokens_revoked");

    private Departure() {}

    /** @param where the id of the workspace or the organization that the app was installed in */
    public static Payload appUninstalled(String where) {
        return event(where, JsonTree.object().put("type", "app_uninstalled"));
    }

    /** @param people ids of those in whose name the app could act */
    public static Payload tokensRevoked(String where, Collection<String> people, Collection<String> bots) {
        ObjectNode event = JsonTree.object().put("type", "tokens_revoked");
        ObjectNode tokens = event.putObject("tokens");
        add(people, tokens.putArray("oauth"));
        add(bots, tokens.putArray("bot"));
        return event(where, event);
    }

    private static void add(Collection<String> ids, ArrayNode to) {
        ids.forEach(to::add);
    }

    private static Payload event(String where, ObjectNode event) {
        boolean isOrgWide = where.equals(Installation.ENTERPRISE);
        return Payloads.event(JsonTree.object()
                .put("type", "event_callback")
                .put(isOrgWide ? "enterprise_id" : "team_id", where)
                .set("event", event));
    }

    static boolean is(Payload payload) {
        return payload.kind().isEvent() && EVENTS.contains(payload.name());
    }

    /** Takes out of a complete event what such a one does not have; that of an organization names no workspace. */
    static Payload completed(Payload complete) {
        ObjectNode body = complete.body();
        body.remove("authorizations");
        if (body.hasNonNull("enterprise_id")) {
            body.remove("team_id");
            body.remove("context_team_id");
        }
        return complete;
    }
}
