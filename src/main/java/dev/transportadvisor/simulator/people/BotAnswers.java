package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.conversation.BotMessage;
import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Origin;
import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.http.JsonTree;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person sees of how the bot answered a command or a click.
 *
 * @see <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">Implementing slash commands</a>
 */
final class BotAnswers {

    /** The name under which Slack itself speaks. */
    private static final String SLACK = "USLACKBOT";

    private final Conversations conversations;

    BotAnswers(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Shows what the acknowledgement of a command says, or why there is none. */
    void show(Delivery command) {
        Origin origin = Origin.of(command.payload().body());
        if (command.state() == Delivery.State.ACKNOWLEDGED) {
            message(command).ifPresent(answer -> show(answer, origin));
        } else {
            complain(command);
        }
    }

    /** Tells the person, and nobody else, that the bot was not reached. */
    void complain(Delivery delivery) {
        if (delivery.state() == Delivery.State.ACKNOWLEDGED) {
            return;
        }
        Origin origin = Origin.of(delivery.payload().body());
        ObjectNode notice = JsonTree.object()
                .put("type", "message")
                .put("user", SLACK)
                .put("ts", conversations.timestamp())
                .put("text", trouble(delivery));
        conversations.whisper(origin.channel(), origin.person(), notice);
    }

    /** Why the bot does not answer, in a sentence. */
    static String trouble(Delivery delivery) {
        String what = delivery.payload().name();
        return delivery.state() == Delivery.State.WITHHELD
                ? what + " was not sent to the bot. " + delivery.reason()
                : what + " failed: the bot did not acknowledge it (" + delivery.reason() + ").";
    }

    private void show(ObjectNode answer, Origin origin) {
        BotMessage.of(answer, conversations.timestamp()).ifPresent(message -> {
            if (answer.path("response_type").asString("").equals("in_channel")) {
                conversations.post(origin.channel(), message);
            } else {
                conversations.whisper(origin.channel(), origin.person(), message);
            }
        });
    }

    /** An answer is a message in JSON, or else its text. */
    private static Optional<ObjectNode> message(Delivery delivery) {
        Optional<JsonNode> json = delivery.acknowledgement().flatMap(Answer::json);
        if (json.filter(ObjectNode.class::isInstance).isPresent()) {
            return json.map(ObjectNode.class::cast);
        }
        return json.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .or(() -> delivery.acknowledgement().map(Answer::body))
                .map(text -> JsonTree.object().put("text", text));
    }
}
