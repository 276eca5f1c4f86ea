package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.SignedRequest;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.web.Journal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The values of the simulator as JSON, for scripts and for the page. */
final class ControlJson {

    private ControlJson() {}

    /** The whole, without the history. */
    static ObjectNode state(LocalSlack slack) {
        ObjectNode state = JsonTree.object()
                .put("apiUrl", slack.apiUrl())
                .put("transport", slack.requestUrl().isPresent() ? "events-api" : "socket-mode")
                .put("requestUrl", slack.requestUrl().map(Object::toString).orElse(null))
                .put("installation", word(slack.installation()))
                .put("eventsEnabled", slack.eventsEnabled());
        state.set("installedIn", list(slack.departures().installations().all(), StringNode::valueOf));
        state.set("connections", list(slack.connections(), ControlJson::connection));
        return state.set("unknownMethods", list(slack.journal().unknownMethods(), StringNode::valueOf));
    }

    static ObjectNode connection(Connection connection) {
        return JsonTree.object()
                .put("id", connection.id())
                .put("state", word(connection.state()))
                .put("openedAt", connection.openedAt().toString())
                .put("delivered", connection.delivered());
    }

    /** Without the payload, which may be large. */
    static ObjectNode delivery(Delivery delivery) {
        ObjectNode view = JsonTree.object()
                .put("id", delivery.id())
                .put("kind", delivery.payload().kind().envelope())
                .put("name", delivery.payload().name())
                .put("state", word(delivery.state()))
                .put("reason", delivery.reason())
                .put("createdAt", delivery.createdAt().toString());
        return view.set("attempts", list(delivery.attempts(), ControlJson::attempt));
    }

    /** The first, and the ids of those that came of the same act; without any, that it is done. */
    static ObjectNode deliveries(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return JsonTree.object().put("ok", true);
        }
        ArrayNode others = JsonTree.array();
        deliveries.stream().skip(1).forEach(other -> others.add(other.id()));
        return delivery(deliveries.get(0)).set("also", others);
    }

    /** With the payload, and the last request over HTTP as it was sent. */
    static ObjectNode wholeDelivery(Delivery delivery) {
        ObjectNode whole = delivery(delivery).set("payload", delivery.payload().body());
        delivery.sent().ifPresent(sent -> whole.set("request", request(sent)));
        return whole;
    }

    private static ObjectNode request(SignedRequest request) {
        ObjectNode view = JsonTree.object()
                .put("url", request.url().toString())
                .put("body", new String(request.body(), StandardCharsets.UTF_8));
        request.headers().forEach(view.putObject("headers")::put);
        return view;
    }

    private static ObjectNode attempt(Attempt attempt) {
        ObjectNode view = JsonTree.object()
                .put("number", attempt.number())
                .put("at", attempt.at().toString())
                .put("via", attempt.via());
        attempt.failure().ifPresent(failure -> view.put("failure", failure));
        attempt.answer().ifPresent(answer -> {
            view.put("answeredAfterMillis", answer.after().toNanos() / 1e6);
            answer.status().ifPresent(status -> view.put("status", status));
            view.put("answer", answer.body());
        });
        return view;
    }

    static ObjectNode call(Journal.Call call) {
        ObjectNode view = JsonTree.object()
                .put("number", call.number())
                .put("at", call.at().toString())
                .put("method", call.method())
                .put("token", word(call.token()))
                .put("installedIn", call.bearer().where())
                .put("status", call.status());
        view.set("arguments", call.arguments());
        return view.set("answer", call.answer());
    }

    static <T> ArrayNode list(Collection<T> values, Function<T, ? extends JsonNode> view) {
        ArrayNode list = JsonTree.array();
        values.forEach(value -> list.add(view.apply(value)));
        return list;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
