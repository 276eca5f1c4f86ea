package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payloads as Slack makes them, before Slack adds what is new with each delivery: ids, times, triggers, URLs.
 *
 * @see <a href="https://docs.slack.dev/reference/events">Events</a>
 * @see <a href="https://docs.slack.dev/reference/interaction-payloads">Interaction payloads</a>
 */
public final class Payloads {

    /** Holds what bots get wrong who write it anew, or show it: markup, a slash, an umlaut, an emoji. */
    private static final String TEXT = "Who wants *Müsli* at the café/bar? 🥣";

    private static final String THREAD = "1700000000.000600";

    private Payloads() {}

    /** Somebody mentions the bot in a channel. */
    public static Payload appMention(String text) {
        return event(JsonTree.object()
                .put("type", "app_mention")
                .put("user", Identity.USER)
                .put("text", "<@" + Identity.BOT_USER + "> " + text)
                .put("channel", Identity.CHANNEL));
    }

    /** Somebody writes into a channel that the bot is in. */
    public static Payload message(String text) {
        return event(message(text, Identity.CHANNEL, "channel"));
    }

    /** Somebody writes to the bot, on its messages tab. */
    public static Payload directMessage(String text) {
        return event(message(text, Identity.DIRECT_CHANNEL, "im"));
    }

    private static ObjectNode message(String text, String channel, String channelType) {
        return JsonTree.object()
                .put("type", "message")
                .put("user", Identity.USER)
                .put("text", text)
                .put("channel", channel)
                .put("channel_type", channelType);
    }

    /** @param reaction an emoji's name, without colons */
    public static Payload reactionAdded(String reaction) {
        ObjectNode event = JsonTree.object()
                .put("type", "reaction_added")
                .put("user", Identity.USER)
                .put("reaction", reaction)
                .put("item_user", Identity.BOT_USER);
        event.putObject("item")
                .put("type", "message")
                .put("channel", Identity.CHANNEL)
                .put("ts", "1700000000.000100");
        return event(event);
    }

    public static Payload appHomeOpened() {
        return event(JsonTree.object()
                .put("type", "app_home_opened")
                .put("user", Identity.USER)
                .put("channel", Identity.DIRECT_CHANNEL)
                .put("tab", "home"));
    }

    /**
     * Somebody who has the agent open looks at another channel.
     *
     * @see <a href="https://docs.slack.dev/reference/events/app_context_changed">app_context_changed</a>
     */
    public static Payload appContextChanged() {
        ObjectNode event = agentEvent("app_context_changed");
        return event(event.set("context", channelInSight()));
    }

    /** What somebody looks at while they write to an agent: a channel. */
    public static ObjectNode channelInSight() {
        ObjectNode context = JsonTree.object();
        context.putArray("entities")
                .addObject()
                .put("type", "slack#/types/channel_id")
                .put("value", Identity.CHANNEL)
                .put("team_id", Identity.TEAM);
        return context;
    }

    /**
     * Somebody stops the agent while it works.
     *
     * @see <a href="https://docs.slack.dev/reference/events/agent_session_stopped">agent_session_stopped</a>
     */
    public static Payload agentSessionStopped() {
        ObjectNode event = agentEvent("agent_session_stopped").put("thread_ts", THREAD);
        event.putArray("streaming_message_ts");
        return event(event);
    }

    /**
     * Somebody names their conversation with the agent anew.
     *
     * @see <a href="https://docs.slack.dev/reference/events/agent_session_title_changed">The event's page</a>
     */
    public static Payload agentSessionTitleChanged(String previous, String title) {
        return event(agentEvent("agent_session_title_changed")
                .put("thread_ts", THREAD)
                .put("team_id", Identity.TEAM)
                .put("previous_title", previous)
                .put("title", title));
    }

    private static ObjectNode agentEvent(String type) {
        return JsonTree.object()
                .put("type", type)
                .put("user", Identity.USER)
                .put("channel", Identity.DIRECT_CHANNEL);
    }

    /** @param event the inner object, or a whole one of the type {@code event_callback} */
    public static Payload event(ObjectNode event) {
        return new Payload(Payload.Kind.EVENT, event);
    }

    /** @param command with its slash */
    public static Payload slashCommand(String command, String text) {
        return new Payload(
                Payload.Kind.SLASH_COMMAND, JsonTree.object().put("command", command).put("text", text));
    }

    /** Somebody presses a button of a message. */
    public static Payload blockAction(String actionId, String value) {
        ObjectNode click = JsonTree.object().put("type", "block_actions");
        putMessage(click);
        click.putObject("state").putObject("values");
        ObjectNode action = click.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", actionId)
                .put("block_id", "block")
                .put("value", value)
                .put("action_ts", "1700000001.000300");
        action.putObject("text").put("type", "plain_text").put("text", actionId);
        return interaction(click);
    }

    /**
     * Somebody types into a menu whose options the bot provides.
     *
     * @param value what was typed so far
     */
    public static Payload blockSuggestion(String actionId, String value) {
        ObjectNode typing = JsonTree.object()
                .put("type", "block_suggestion")
                .put("action_id", actionId)
                .put("block_id", "block")
                .put("value", value);
        putMessage(typing);
        return interaction(typing);
    }

    /** The message of the bot in which something was used. */
    private static void putMessage(ObjectNode interaction) {
        String timestamp = "1700000000.000200";
        interaction
                .putObject("container")
                .put("type", "message")
                .put("message_ts", timestamp)
                .put("channel_id", Identity.CHANNEL)
                .put("is_ephemeral", false);
        interaction.putObject("channel").put("id", Identity.CHANNEL).put("name", "general");
        interaction
                .putObject("message")
                .put("type", "message")
                .put("user", Identity.BOT_USER)
                .put("bot_id", Identity.BOT)
                .put("ts", timestamp)
                .put("text", TEXT);
    }

    /** Somebody submits a modal; each value is that of a plain text input, by its block and action id. */
    public static Payload viewSubmission(String callbackId, Map<String, String> values) {
        ObjectNode submission = JsonTree.object().put("type", "view_submission");
        ObjectNode view = submission
                .putObject("view")
                .put("id", "V0SIMVIEW")
                .put("type", "modal")
                .put("callback_id", callbackId)
                .put("private_metadata", "")
                .put("hash", "1700000000.hash")
                .put("team_id", Identity.TEAM)
                .put("app_id", Identity.APP)
                .put("bot_id", Identity.BOT);
        view.putObject("title").put("type", "plain_text").put("text", "Modal");
        view.putArray("blocks");
        ObjectNode state = view.putObject("state").putObject("values");
        values.forEach((name, value) -> state.putObject(name)
                .putObject(name)
                .put("type", "plain_text_input")
                .put("value", value));
        submission.putArray("response_urls");
        return interaction(submission);
    }

    /** Somebody uses a shortcut from the search bar or the composer. */
    public static Payload globalShortcut(String callbackId) {
        return interaction(JsonTree.object()
                .put("type", "shortcut")
                .put("callback_id", callbackId)
                .put("action_ts", "1700000002.000400"));
    }

    /** Somebody uses a shortcut from the menu of a message. */
    public static Payload messageShortcut(String callbackId) {
        ObjectNode shortcut = JsonTree.object()
                .put("type", "message_action")
                .put("callback_id", callbackId)
                .put("action_ts", "1700000002.000400")
                .put("message_ts", "1700000000.000500");
        shortcut.putObject("channel").put("id", Identity.CHANNEL).put("name", "general");
        shortcut.putObject("message")
                .put("type", "message")
                .put("user", Identity.USER)
                .put("ts", "1700000000.000500")
                .put("text", TEXT);
        return interaction(shortcut);
    }

    public static Payload interaction(ObjectNode interaction) {
        return new Payload(Payload.Kind.INTERACTION, interaction);
    }
}
