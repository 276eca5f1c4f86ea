package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Element;
import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.conversation.View;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Person;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do with the bot besides talking: commands, clicks, shortcuts, the Home tab.
 *
 * @see <a href="https://docs.slack.dev/reference/interaction-payloads">Interaction payloads</a>
 */
public final class Actions {

    private final Courier courier;
    private final Conversations conversations;
    private final Views views;
    private final BotAnswers answers;

    public Actions(Courier courier, Conversations conversations, Views views) {
        this.courier = courier;
        this.conversations = conversations;
        this.views = views;
        answers = new BotAnswers(conversations);
    }

    /**
     * A slash command, whose acknowledgement is shown.
     *
     * @param besides fields that are to be sent as they are
     */
    public Delivery command(Person person, Place place, String command, String text, ObjectNode besides) {
        ObjectNode fields = JsonTree.object()
                .put("command", command)
                .put("text", text)
                .put("team_id", place.team().id())
                .put("team_domain", place.team().domain())
                .put("channel_id", place.channel())
                .put("channel_name", place.name())
                .put("user_id", person.id())
                .put("user_name", person.name());
        fields.setAll(besides);
        Delivery delivery = courier.deliver(new Payload(Payload.Kind.SLASH_COMMAND, fields));
        delivery.settled().thenAccept(answers::show);
        return delivery;
    }

    /** A button, a menu or a field of a message, a modal or the Home tab; one that is not there is made up. */
    public Delivery use(Person person, Place place, Use use) {
        ObjectNode payload = use.view()
                .flatMap(views::find)
                .map(view -> inView(view, use))
                .or(() -> message(place, use).map(message -> inMessage(message, use)))
                .orElseGet(() -> Payloads.blockAction(use.actionId(), use.value()).body());
        Delivery delivery = courier.deliver(Payloads.interaction(By.person(person, payload)));
        if (use.view().isEmpty()) {
            delivery.settled().thenAccept(answers::complain);
        }
        return delivery;
    }

    /** What is typed into a menu that asks the bot for its options, which are in the acknowledgement. */
    public Delivery suggest(Person person, Place place, Use use) {
        ObjectNode payload = JsonTree.object()
                .put("type", "block_suggestion")
                .put("action_id", use.actionId())
                .put("block_id", use.blockId())
                .put("value", use.value());
        use.view().flatMap(views::find).ifPresent(view -> payload.setAll(container(view)));
        message(place, use).ifPresent(message -> payload.setAll(container(message)));
        return courier.deliver(Payloads.interaction(By.person(person, payload)));
    }

    /** @param tab {@code home} or {@code messages} */
    public Delivery openHome(Person person, String tab) {
        ObjectNode event = JsonTree.object()
                .put("type", "app_home_opened")
                .put("user", person.id())
                .put("channel", person.directChannel())
                .put("tab", tab);
        Optional.ofNullable(views.homes().get(person.id())).ifPresent(home -> event.set("view", home.body()));
        return courier.deliver(Place.of(person.directChannel()).event(event));
    }

    public Delivery shortcut(Person person, String callbackId) {
        return noticed(Payloads.globalShortcut(callbackId).body(), person);
    }

    /** A shortcut from the menu of a message; of one that is not there, it is made up. */
    public Delivery messageShortcut(Person person, Place place, String timestamp, String callbackId) {
        ObjectNode payload = Payloads.messageShortcut(callbackId).body();
        conversations.find(place.channel(), timestamp).ifPresent(message -> payload.put("message_ts", timestamp)
                .set("channel", place.json())
                .set("message", message.body()));
        return noticed(payload, person);
    }

    private Delivery noticed(ObjectNode payload, Person person) {
        Delivery delivery = courier.deliver(Payloads.interaction(By.person(person, payload)));
        delivery.settled().thenAccept(answers::complain);
        return delivery;
    }

    private Optional<Message> message(Place place, Use use) {
        if (use.view().isPresent()) {
            return Optional.empty();
        }
        return use.message()
                .flatMap(timestamp -> conversations.find(place.channel(), timestamp))
                .or(() -> conversations.newest(
                        place.channel(), body -> Element.in(body, use.actionId(), use.blockId()).isPresent()));
    }

    private ObjectNode inMessage(Message message, Use use) {
        ObjectNode payload = JsonTree.object().put("type", "block_actions").setAll(container(message));
        payload.set("state", use.inputs().state(message.body().path("blocks")));
        return withAction(payload, Element.in(message.body(), use.actionId(), use.blockId()), use);
    }

    private ObjectNode inView(View view, Use use) {
        ObjectNode payload = JsonTree.object().put("type", "block_actions").setAll(container(view));
        ObjectNode state = use.inputs().state(view.body().path("blocks"));
        payload.set("view", view.body().deepCopy().set("state", state));
        return withAction(payload, Element.in(view.body(), use.actionId(), use.blockId()), use);
    }

    private ObjectNode withAction(ObjectNode payload, Optional<Element> element, Use use) {
        ObjectNode action = element.map(found -> found.action(use.values(), conversations.timestamp()))
                .orElseGet(() -> (ObjectNode) Payloads.blockAction(use.actionId(), use.value())
                        .body()
                        .at("/actions/0"));
        return payload.set("actions", JsonTree.array().add(action));
    }

    /** Where something was done: of an ephemeral message, Slack does not send what it said. */
    private static ObjectNode container(Message message) {
        Place place = Place.of(message.channel());
        ObjectNode fields = JsonTree.object();
        fields.putObject("container")
                .put("type", "message")
                .put("message_ts", message.timestamp())
                .put("channel_id", message.channel())
                .put("is_ephemeral", message.isEphemeral());
        fields.set("channel", place.json());
        return message.isEphemeral() ? fields : fields.set("message", message.body());
    }

    private static ObjectNode container(View view) {
        ObjectNode fields = JsonTree.object();
        fields.putObject("container").put("type", "view").put("view_id", view.id());
        return fields.set("view", view.body());
    }
}
