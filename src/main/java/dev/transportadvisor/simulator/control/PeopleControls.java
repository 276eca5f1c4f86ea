package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.conversation.View;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.people.People;
import dev.transportadvisor.simulator.people.Use;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do, by the endpoints with which a script and the page have them do it. Each takes words of its own, such
 * as {@code user} for the id of a person, and besides them the fields that Slack has.
 */
final class PeopleControls {

    private static final String[] MESSAGE = ("type subtype user channel text thread_ts ts event_ts team blocks"
                    + " attachments files metadata bot_id app_id bot_profile client_msg_id parent_user_id edited hidden"
                    + " message previous_message deleted_ts channel_type username")
            .split(" ");

    private static final String[] REACTION = "type user channel ts reaction item item_user event_ts".split(" ");

    private static final String[] HOME = "type user tab channel view event_ts".split(" ");

    private static final String[] AGENT = ("type user channel context thread_ts streaming_message_ts previous_title"
                    + " title team_id enterprise_id event_ts")
            .split(" ");

    private static final String[] COMMAND = ("command text user channel token team_id team_domain enterprise_id"
                    + " enterprise_name channel_id channel_name user_id user_name response_url trigger_id api_app_id"
                    + " is_enterprise_install")
            .split(" ");

    private static final String[] CLICK =
            "action_id block_id value values message view user channel inputs".split(" ");

    private static final String[] INTERACTION = ("type user channel callback_id message view inputs is_cleared"
                    + " action_id block_id value values token team enterprise is_enterprise_install api_app_id"
                    + " trigger_id response_url response_urls container message_ts action_ts actions state hash name"
                    + " function_data interactivity bot_access_token")
            .split(" ");

    private final LocalSlack slack;

    PeopleControls(LocalSlack slack) {
        this.slack = slack;
    }

    /** An event: of what people say, react to and open, the text is enough; any other is sent as it is. */
    ObjectNode event(Instruction instruction) {
        return switch (instruction.required("type")) {
            case "message" -> message(instruction.allowing(MESSAGE));
            case "app_mention" -> mention(instruction.allowing(MESSAGE));
            case "reaction_added", "reaction_removed" -> reaction(instruction.allowing(REACTION));
            case "app_home_opened" -> home(instruction.allowing(HOME));
            case "app_context_changed" -> agent(Payloads.appContextChanged(), instruction);
            case "agent_session_stopped" -> agent(Payloads.agentSessionStopped(), instruction);
            case "agent_session_title_changed" ->
                agent(Payloads.agentSessionTitleChanged("Lunch/dinner", "Müsli *für* zwei 🥣"), instruction);
            default -> raw(instruction);
        };
    }

    private ObjectNode message(Instruction asked) {
        Optional<String> subtype = asked.text("subtype");
        if (asked.body().has("message") || asked.body().has("previous_message") || asked.body().has("deleted_ts")) {
            return raw(asked);
        }
        if (subtype.equals(Optional.of("message_changed"))) {
            return own(people().talk().edit(
                    asked.person(), asked.place(), asked.required("ts"), asked.required("text")));
        }
        if (subtype.equals(Optional.of("message_deleted"))) {
            return own(people().talk().delete(asked.person(), asked.place(), asked.required("ts")));
        }
        return ControlJson.deliveries(people().talk().write(
                asked.person(), asked.place(), asked.text("text").orElse("hello"), asked.text("thread_ts"),
                besides(asked)));
    }

    private ObjectNode mention(Instruction asked) {
        return ControlJson.delivery(people().talk().mention(
                asked.person(), asked.place(), asked.text("text").orElse("hello"), asked.text("thread_ts"),
                besides(asked)));
    }

    private ObjectNode reaction(Instruction asked) {
        String emoji = asked.text("reaction").orElse("wave");
        boolean isAdded = asked.required("type").equals("reaction_added");
        return asked.text("ts")
                .map(timestamp -> people().talk()
                        .react(asked.person(), asked.place(), timestamp, emoji, isAdded)
                        .map(ControlJson::delivery)
                        .orElseThrow(() -> new Instruction.Unclear("There is no message '" + timestamp + "'.")))
                .orElseGet(() -> {
                    ObjectNode typical = Payloads.reactionAdded(emoji).body();
                    return deliver(typical.setAll(asked.body()));
                });
    }

    private ObjectNode home(Instruction asked) {
        return ControlJson.delivery(
                people().actions().openHome(asked.person(), asked.text("tab").orElse("home")));
    }

    private ObjectNode agent(Payload typical, Instruction given) {
        Instruction asked = given.allowing(AGENT);
        ObjectNode event = typical.body().put("user", asked.person().id());
        return deliver(event.put("channel", asked.person().directChannel()).setAll(asked.body()));
    }

    private ObjectNode raw(Instruction asked) {
        return deliver(asked.body());
    }

    private ObjectNode deliver(ObjectNode event) {
        return ControlJson.delivery(slack.deliver(Payloads.event(event)));
    }

    private static ObjectNode own(Optional<Delivery> delivery) {
        return delivery.map(ControlJson::delivery)
                .orElseThrow(() -> new Instruction.Unclear("There is no such message of this person."));
    }

    ObjectNode command(Instruction given) {
        Instruction asked = given.allowing(COMMAND);
        String command = asked.required("command");
        ObjectNode besides = asked.without("command", "text", "user", "channel");
        return ControlJson.delivery(people().actions().command(
                asked.person(), asked.place(), command, asked.text("text").orElse(""), besides));
    }

    ObjectNode click(Instruction given) {
        Instruction asked = given.allowing(CLICK);
        return ControlJson.delivery(people().actions().use(asked.person(), asked.place(), use(asked)));
    }

    /** What is named by its id is looked up; what is an object goes as it is. */
    ObjectNode interaction(Instruction given) {
        Instruction asked = given.allowing(INTERACTION);
        String type = asked.required("type");
        boolean isWhole = asked.hasObject("user") || asked.hasObject("view") || asked.hasObject("message");
        if (isWhole) {
            return ControlJson.delivery(slack.deliver(Payloads.interaction(asked.body())));
        }
        return switch (type) {
            case "view_submission" -> ControlJson.delivery(
                    people().modals().submit(asked.person(), view(asked), asked.inputs()));
            case "view_closed" -> ControlJson.deliveries(people().modals()
                    .close(asked.person(), view(asked), asked.isTrue("is_cleared"))
                    .map(List::of)
                    .orElse(List.of()));
            case "block_suggestion" -> ControlJson.delivery(
                    people().actions().suggest(asked.person(), asked.place(), use(asked)));
            case "shortcut" -> ControlJson.delivery(
                    people().actions().shortcut(asked.person(), asked.text("callback_id").orElse("")));
            case "message_action" -> ControlJson.delivery(people().actions().messageShortcut(
                    asked.person(), asked.place(), asked.text("message").orElse(""),
                    asked.text("callback_id").orElse("")));
            default -> ControlJson.delivery(slack.deliver(Payloads.interaction(asked.body())));
        };
    }

    private View view(Instruction asked) {
        String id = asked.required("view");
        return people().views()
                .find(id)
                .orElseThrow(() -> new Instruction.Unclear("There is no open view '" + id + "'."));
    }

    private static Use use(Instruction asked) {
        List<String> values = asked.texts("values");
        return new Use(
                asked.required("action_id"),
                asked.text("block_id").orElse(""),
                values.isEmpty() ? asked.text("value").map(List::of).orElse(List.of()) : values,
                asked.text("message"),
                asked.text("view"),
                asked.inputs());
    }

    private static ObjectNode besides(Instruction asked) {
        return asked.without("type", "user", "channel", "text", "thread_ts", "channel_type", "event_ts");
    }

    private People people() {
        return slack.people();
    }
}
