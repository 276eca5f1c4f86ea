package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.slack.Identity;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Modals and the Home tab. */
final class ViewMethods {

    private final Triggers triggers;
    private final Map<String, ObjectNode> views = new BoundedMap<>();
    private final AtomicLong numbers = new AtomicLong();

    ViewMethods(Triggers triggers) {
        this.triggers = triggers;
    }

    Stream<ApiMethod> methods() {
        return Stream.of(
                ApiMethod.of("views.open", this::open),
                ApiMethod.of("views.push", this::open),
                ApiMethod.of("views.update", this::update),
                ApiMethod.of("views.publish", this::publish));
    }

    private ObjectNode open(ApiCall call) {
        triggers.exchange(call.required("trigger_id", "invalid_arguments"));
        return keep("V0SIM" + numbers.incrementAndGet(), view(call));
    }

    private ObjectNode update(ApiCall call) {
        String id = call.text("view_id").or(() -> call.text("external_id")).orElse("");
        if (!isKnown(id)) {
            throw new ApiRefusal("not_found");
        }
        return keep(id, view(call));
    }

    private ObjectNode publish(ApiCall call) {
        call.required("user_id", "invalid_arguments");
        return keep("V0SIMHOME", view(call));
    }

    private static ObjectNode view(ApiCall call) {
        JsonNode view = call.json("view").orElseThrow(() -> new ApiRefusal("invalid_arguments"));
        if (view instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw new ApiRefusal("invalid_arguments");
    }

    private synchronized boolean isKnown(String id) {
        return views.containsKey(id);
    }

    private synchronized ObjectNode keep(String id, ObjectNode view) {
        view.put("id", id).put("team_id", Identity.TEAM).put("app_id", Identity.APP).put("bot_id", Identity.BOT);
        String external = view.path("external_id").asString("");
        views.put(external.isEmpty() ? id : external, view);
        views.put(id, view);
        return JsonTree.object().set("view", view);
    }
}
