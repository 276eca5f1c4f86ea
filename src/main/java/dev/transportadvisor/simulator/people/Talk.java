package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.conversation.Reactions;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages that people write, change and take back, and their reactions.
 *
 * @see <a href="https://docs.slack.dev/reference/events/message">The event message, and its subtypes</a>
 */
public final class Talk {

    private static final String MENTION = "<@" + Identity.BOT_USER + ">";

    private final Courier courier;
    private final Conversations conversations;

    public Talk(Courier courier, Conversations conversations) {
        this.courier = courier;
        this.conversations = conversations;
    }

    /**
     * Writes a message: the event message and, where it mentions the bot in a channel, app_mention besides.
     *
     * @param thread the timestamp of the message that it answers
     * @param besides what else stands in the message and its events
     */
    public List<Delivery> write(Person author, Place place, String text, Optional<String> thread, ObjectNode besides) {
        ObjectNode said = said(author, place, text, thread, besides);
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(tell(said.deepCopy().put("type", "message"), place));
        if (text.contains(MENTION) && !place.isDirect()) {
            deliveries.add(tell(said.deepCopy().put("type", "app_mention"), place));
        }
        return deliveries;
    }

    /** Mentions the bot, of which only app_mention tells. */
    public Delivery mention(Person author, Place place, String text, Optional<String> thread, ObjectNode besides) {
        String mentioning = text.contains(MENTION) ? text : MENTION + " " + text;
        return tell(said(author, place, mentioning, thread, besides).put("type", "app_mention"), place);
    }

    /** @return empty if there is no such message of this person */
    public Optional<Delivery> edit(Person author, Place place, String timestamp, String text) {
        return own(author, place, timestamp).map(old -> {
            String now = conversations.timestamp();
            ObjectNode message = conversations
                    .change(place.channel(), timestamp, body -> {
                        body.putObject("edited").put("user", author.id()).put("ts", now);
                        return body.put("text", text);
                    })
                    .orElseThrow()
                    .body();
            ObjectNode event = changed("message_changed", now).set("message", message);
            return tell(event.set("previous_message", old.body()), place);
        });
    }

    /** @return empty if there is no such message of this person */
    public Optional<Delivery> delete(Person author, Place place, String timestamp) {
        return own(author, place, timestamp).map(old -> {
            conversations.delete(place.channel(), timestamp);
            ObjectNode event =
                    changed("message_deleted", conversations.timestamp()).put("deleted_ts", timestamp);
            return tell(event.set("previous_message", old.body()), place);
        });
    }

    /** @return empty if there is no such message */
    public Optional<Delivery> react(Person person, Place place, String timestamp, String emoji, boolean isAdded) {
        return conversations
                .change(place.channel(), timestamp, body -> Reactions.with(body, person.id(), emoji, isAdded))
                .map(message -> {
                    ObjectNode event = JsonTree.object()
                            .put("type", isAdded ? "reaction_added" : "reaction_removed")
                            .put("user", person.id())
                            .put("reaction", emoji)
                            .put("item_user", message.author());
                    event.putObject("item")
                            .put("type", "message")
                            .put("channel", place.channel())
                            .put("ts", timestamp);
                    return courier.deliver(place.event(event));
                });
    }

    private ObjectNode said(Person author, Place place, String text, Optional<String> thread, ObjectNode besides) {
        String timestamp = besides.path("ts").asString(conversations.timestamp());
        ObjectNode message = JsonTree.object()
                .put("type", "message")
                .put("user", author.id())
                .put("text", text)
                .put("ts", timestamp)
                .put("team", author.team().id());
        message.setAll(besides);
        thread.ifPresent(parent -> message.put("thread_ts", parent));
        conversations.post(place.channel(), message);
        return message.deepCopy().put("channel", place.channel()).put("event_ts", timestamp);
    }

    private Delivery tell(ObjectNode event, Place place) {
        if (event.path("type").asString("").equals("message")) {
            event.put("channel", place.channel()).put("channel_type", place.channelType());
        }
        return courier.deliver(place.event(event));
    }

    private Optional<Message> own(Person author, Place place, String timestamp) {
        return conversations
                .find(place.channel(), timestamp)
                .filter(message -> message.author().equals(author.id()));
    }

    private static ObjectNode changed(String subtype, String timestamp) {
        return JsonTree.object()
                .put("type", "message")
                .put("subtype", subtype)
                .put("hidden", true)
                .put("ts", timestamp)
                .put("event_ts", timestamp);
    }
}
