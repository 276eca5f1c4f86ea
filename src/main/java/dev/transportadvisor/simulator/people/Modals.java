package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.conversation.Inputs;
import dev.transportadvisor.simulator.conversation.View;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Person;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Modals that people send or close, and what the bot makes of them.
 *
 * @see <a href="https://docs.slack.dev/surfaces/modals">Modals, response actions</a>
 */
public final class Modals {

    private final Courier courier;
    private final Views views;

    public Modals(Courier courier, Views views) {
        this.courier = courier;
        this.views = views;
    }

    /** Sends a modal with what was entered; what becomes of it is in the acknowledgement. */
    public Delivery submit(Person person, View view, Inputs inputs) {
        ObjectNode payload = payload(person, "view_submission");
        ObjectNode state = inputs.state(view.body().path("blocks"));
        payload.set("view", view.body().deepCopy().set("state", state));
        payload.putArray("response_urls");
        Delivery delivery = courier.deliver(Payloads.interaction(payload));
        delivery.settled().thenAccept(settled -> answered(person, view, settled));
        return delivery;
    }

    /**
     * Closes a modal.
     *
     * @return what the bot is told, if it has asked for that
     */
    public Optional<Delivery> close(Person person, View view, boolean isCleared) {
        if (isCleared) {
            views.closeAll(person.id());
        } else {
            views.close(person.id(), view.id());
        }
        if (!view.body().path("notify_on_close").asBoolean(false)) {
            return Optional.empty();
        }
        ObjectNode payload = payload(person, "view_closed").put("is_cleared", isCleared);
        return Optional.of(courier.deliver(Payloads.interaction(payload.set("view", view.body()))));
    }

    private void answered(Person person, View view, Delivery delivery) {
        if (delivery.state() != Delivery.State.ACKNOWLEDGED) {
            views.failed(view.id(), BotAnswers.trouble(delivery));
            return;
        }
        JsonNode answer = delivery.acknowledgement().flatMap(Answer::json).orElseGet(JsonTree::object);
        ObjectNode next = answer.path("view") instanceof ObjectNode given ? given : JsonTree.object();
        switch (answer.path("response_action").asString("")) {
            case "errors" -> views.objectTo(view.id(), errors(answer));
            case "update" -> views.update(view.id(), next);
            case "push" -> views.push(person.id(), next);
            case "clear" -> views.closeAll(person.id());
            default -> views.close(person.id(), view.id());
        }
    }

    private static ObjectNode errors(JsonNode answer) {
        return answer.path("errors") instanceof ObjectNode errors ? errors : JsonTree.object();
    }

    private static ObjectNode payload(Person person, String type) {
        return By.person(person, JsonTree.object().put("type", type));
    }
}
