package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.conversation.Origin;
import dev.transportadvisor.simulator.conversation.View;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.http.JsonTree;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Modals and the Home tab. */
final class ViewMethods {

    private final Triggers triggers;
    private final Views views;

    ViewMethods(Triggers triggers, Views views) {
        this.triggers = triggers;
        this.views = views;
    }

    Stream<ApiMethod> methods() {
        return Stream.of(
                ApiMethod.of("views.open", this::open),
                ApiMethod.of("views.push", this::push),
                ApiMethod.of("views.update", this::update),
                ApiMethod.of("views.publish", this::publish));
    }

    private ObjectNode open(ApiCall call) {
        return shown(views.open(origin(call).person(), view(call)));
    }

    private ObjectNode push(ApiCall call) {
        return views.push(origin(call).person(), view(call))
                .map(ViewMethods::shown)
                .orElseThrow(() -> new ApiRefusal("push_limit_reached"));
    }

    private Origin origin(ApiCall call) {
        return triggers.exchange(call.required("trigger_id", "invalid_arguments"));
    }

    private ObjectNode update(ApiCall call) {
        String id = call.text("view_id").or(() -> call.text("external_id")).orElse("");
        View old = views.find(id).orElseThrow(() -> new ApiRefusal("not_found"));
        Optional<String> hash = call.text("hash");
        if (hash.isPresent() && !hash.get().equals(old.body().path("hash").asString(""))) {
            throw new ApiRefusal("hash_conflict");
        }
        return views.update(old.id(), view(call))
                .map(ViewMethods::shown)
                .orElseThrow(() -> new ApiRefusal("not_found"));
    }

    private ObjectNode publish(ApiCall call) {
        return shown(views.publish(call.required("user_id", "invalid_arguments"), view(call)));
    }

    private static ObjectNode view(ApiCall call) {
        JsonNode view = call.json("view").orElseThrow(() -> new ApiRefusal("invalid_arguments"));
        if (view instanceof ObjectNode object) {
            return object;
        }
        throw new ApiRefusal("invalid_arguments");
    }

    private static ObjectNode shown(View view) {
        return JsonTree.object().set("view", view.body());
    }
}
