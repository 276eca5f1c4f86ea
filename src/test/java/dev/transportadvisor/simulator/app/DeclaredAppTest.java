package dev.transportadvisor.simulator.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.EventCatalogReader;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a manifest lets Slack send, and why not. */
class DeclaredAppTest {

    private static final EventCatalog EVENTS = EventCatalogReader.read(new SourceFile(
            "events.yaml",
            """
            schema: 1
            sections:
              - source: https://docs.slack.dev/reference/events/{event}
                delivery: subscription
                groups:
                  - {scopes: none, events: [app_home_opened]}
                  - {bot: "app_mentions:read", events: [app_mention]}
                  - {scopes: ["channels:read", "groups:read"], events: [member_left_channel]}
                  - {scopes: "links:read", events: [link_shared]}
                  - {scopes: "channels:history", events: [message.channels]}
                  - {scopes: "groups:history", events: [message.groups]}
                  - {scopes: "im:history", events: [message.im]}
                  - {scopes: "mpim:history", events: [message.mpim]}
                  - {bot: "metadata.message:read", events: [message_metadata_posted]}
                  - {scopes: "reactions:read", events: [reaction_added]}
                  - {user: "stars:read", events: [star_added]}
              - source: https://docs.slack.dev/reference/events/{event}
                delivery: subscription
                verified: false
                groups:
                  - {scopes: "dnd:read", events: [dnd_updated], remark: An old list names user tokens only.}
              - source: https://docs.slack.dev/reference/events/{event}
                delivery: automatic
                groups:
                  - {scopes: none, events: [url_verification]}
              - source: https://docs.slack.dev/reference/events/{event}
                delivery: message-subtype
                groups:
                  - {scopes: none, events: [channel_join]}
            """));

    /** Each line is what happens, the keys of the manifest, and the reason; nothing if it is sent. */
    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // subscriptions
                "app_mention | bot_events: [app_mention], bot: [app_mentions:read] | ~~",
                "app_mention | bot_events: [message.im], bot: [app_mentions:read] | The manifest does not subscribe to"
                        + " `app_mention`: neither bot_events nor user_events in settings.event_subscriptions lists"
                        + " it.",
                "app_mention | ~~ | The manifest does not subscribe to `app_mention`: neither bot_events nor"
                        + " user_events in settings.event_subscriptions lists it.",
                "message in channel | bot_events: [message.channels], bot: [channels:history] | ~~",
                "message in channel | bot_events: [message.groups], bot: [channels:history] | The manifest does not"
                        + " subscribe to `message.channels`: neither bot_events nor user_events in"
                        + " settings.event_subscriptions lists it.",
                "message in group | bot_events: [message.groups], bot: [groups:history] | ~~",
                "message in mpim | bot_events: [message.mpim], bot: [mpim:history] | ~~",
                "message | bot_events: [message.channels], bot: [channels:history] | ~~",
                "channel_join | bot_events: [channel_join], bot: [channels:history] | Slack has no subscription for"
                        + " `channel_join`.",
                "url_verification | ~~ | ~~",
                // scopes
                "app_mention | bot_events: [app_mention], bot: [chat:write] | The bot token lacks a scope for"
                        + " `app_mention`: add `app_mentions:read` to oauth_config.scopes.bot.",
                "member_left_channel | bot_events: [member_left_channel] | The bot token lacks a scope for"
                        + " `member_left_channel`: add one of `channels:read`, `groups:read` to"
                        + " oauth_config.scopes.bot.",
                "reaction_added | user_events: [reaction_added], bot: [reactions:read] | The user token lacks a scope"
                        + " for `reaction_added`: add `reactions:read` to oauth_config.scopes.user.",
                "reaction_added | user_events: [reaction_added], user: [reactions:read] | ~~",
                "reaction_added | bot_events: [reaction_added], user_events: [reaction_added], user: [reactions:read]"
                        + " | ~~",
                "star_added | bot_events: [star_added], bot: [stars:read] | Slack does not send `star_added` with a"
                        + " bot token.",
                "dnd_updated | bot_events: [dnd_updated] | ~~",
                "an_event_of_tomorrow | bot_events: [an_event_of_tomorrow] | ~~",
                // the App Home
                "message in im | bot_events: [message.im], bot: [im:history], messages_tab_enabled: true | ~~",
                "message in im | bot_events: [message.im], bot: [im:history], messages_tab_enabled: false | People"
                        + " cannot write to the bot: the messages tab is off, since"
                        + " features.app_home.messages_tab_enabled is false.",
                "message in im | bot_events: [message.im], bot: [im:history] | People cannot write to the bot: the"
                        + " messages tab is off, since features.app_home.messages_tab_enabled is missing.",
                "message in im | bot_events: [message.im], bot: [im:history], messages_tab_enabled: true,"
                        + " messages_tab_read_only_enabled: true | People cannot write to the bot: the messages tab is"
                        + " read-only, since features.app_home.messages_tab_read_only_enabled is true.",
                "message in im | user_events: [message.im], user: [im:history] | ~~",
                "app_home_opened | bot_events: [app_home_opened], home_tab_enabled: true | ~~",
                "app_home_opened | bot_events: [app_home_opened], messages_tab_enabled: true | There is no such tab to"
                        + " open: features.app_home.home_tab_enabled is not true.",
                // links and metadata
                "link_shared to docs.example.com | bot_events: [link_shared], bot: [links:read], unfurl_domains:"
                        + " [example.com] | ~~",
                "link_shared to badexample.com | bot_events: [link_shared], bot: [links:read], unfurl_domains:"
                        + " [example.com] | Slack sends `link_shared` only for links to the registered domains:"
                        + " features.unfurl_domains lists `example.com`.",
                "link_shared to example.com | bot_events: [link_shared], bot: [links:read] | Slack sends"
                        + " `link_shared` only for links to the registered domains: features.unfurl_domains lists"
                        + " none.",
                "message_metadata_posted of task_made | bot_events: [message_metadata_posted], bot:"
                        + " [metadata.message:read], metadata_subscriptions: [{app_id: A1, event_type: task_made}] |"
                        + " ~~",
                "message_metadata_posted of task_made | bot_events: [message_metadata_posted], bot:"
                        + " [metadata.message:read], metadata_subscriptions: [{app_id: A1, event_type: other}] | Slack"
                        + " sends events about metadata only for the types that are listed: metadata_subscriptions in"
                        + " settings.event_subscriptions lists `other`.",
                "message_metadata_posted | bot_events: [message_metadata_posted], bot: [metadata.message:read] | Slack"
                        + " sends events about metadata only for the types that are listed: metadata_subscriptions in"
                        + " settings.event_subscriptions lists none.",
                // commands
                "/greet | slash_commands: [{command: /greet}], bot: [commands], socket_mode_enabled: true | ~~",
                "/greet | slash_commands: [{command: /greet, url: 'https://bot.example.com/'}], bot: [commands] | ~~",
                "/greet | slash_commands: [{command: /greet}], bot: [commands] | Slack has nowhere to send the command"
                        + " `/greet`: it has no url in features.slash_commands, and settings.socket_mode_enabled is"
                        + " not true.",
                "/greet | slash_commands: [{command: /greet}], socket_mode_enabled: true | The bot token lacks the"
                        + " scope for slash commands: add `commands` to oauth_config.scopes.bot.",
                "/greet | slash_commands: [{command: /a}, {command: /b}], bot: [commands] | The manifest does not"
                        + " declare the command `/greet`: features.slash_commands lists `/a`, `/b`.",
                "/greet | ~~ | The manifest does not declare the command `/greet`: features.slash_commands lists none.",
                // interactivity
                "click | is_enabled: true | ~~",
                "click | is_enabled: false | Interactivity is off: settings.interactivity.is_enabled is not true, so"
                        + " that Slack sends no clicks, modals and shortcuts.",
                "modal | ~~ | Interactivity is off: settings.interactivity.is_enabled is not true, so that Slack sends"
                        + " no clicks, modals and shortcuts.",
                "global shortcut | is_enabled: true, bot: [commands], shortcuts: [{type: global, callback_id: start}]"
                        + " | ~~",
                "message shortcut | is_enabled: true, bot: [commands], shortcuts: [{type: message, callback_id: start}]"
                        + " | ~~",
                "global shortcut | is_enabled: true, shortcuts: [{type: global, callback_id: start}] | The bot token"
                        + " lacks the scope for shortcuts: add `commands` to oauth_config.scopes.bot.",
                // without a URL
                "click | is_enabled: true, no_clicks_url: | Slack has nowhere to send clicks, modals and shortcuts:"
                        + " settings.interactivity.request_url is missing, and settings.socket_mode_enabled is not"
                        + " true.",
                "click | is_enabled: true, no_clicks_url:, socket_mode_enabled: true | ~~",
                "click | is_enabled: true, no_clicks_url:, socket_mode_enabled: '{{sockets}}' | ~~",
                "options | is_enabled: true | Slack has nowhere to ask for the options of menus:"
                        + " settings.interactivity.message_menu_options_url is missing, and"
                        + " settings.socket_mode_enabled is not true.",
                "options | is_enabled: true, message_menu_options_url: 'https://bot.example.com/options' | ~~",
                "options | is_enabled: true, message_menu_options_url: '{{url}}' | ~~",
                "options | is_enabled: true, socket_mode_enabled: true | ~~",
                "app_mention | bot_events: [app_mention], bot: ['app_mentions:read'], no_events_url: | Slack has"
                        + " nowhere to send events: settings.event_subscriptions.request_url is missing, and"
                        + " settings.socket_mode_enabled is not true.",
                "app_mention | bot_events: [app_mention], bot: ['app_mentions:read'], no_events_url:,"
                        + " socket_mode_enabled: true | ~~",
                // agents
                "app_context_changed | bot_events: [app_context_changed], agent_view: {agent_description: helps} |"
                        + " ~~",
                "app_context_changed | bot_events: [app_context_changed] | Slack sends `app_context_changed` only to"
                        + " an app with features.agent_view.",
                "assistant_thread_started | bot_events: [assistant_thread_started], agent_view: {agent_description:"
                        + " helps} | With features.agent_view Slack sends `app_home_opened` and `app_context_changed`"
                        + " in the place of `assistant_thread_started`.",
                "assistant_thread_started | bot_events: [assistant_thread_started], assistant_view:"
                        + " {assistant_description: helps} | ~~",
                "assistant_thread_started | bot_events: [assistant_thread_started] | Slack sends"
                        + " `assistant_thread_started` only to an app with features.assistant_view.",
                "global shortcut | is_enabled: true, shortcuts: [{type: message, callback_id: start}] | The manifest"
                        + " does not declare the global shortcut `start`: of this type, features.shortcuts lists none.",
                "message shortcut | is_enabled: true, shortcuts: [{type: message, callback_id: stop}] | The manifest"
                        + " does not declare the message shortcut `start`: of this type, features.shortcuts lists"
                        + " `stop`.",
                "global shortcut | is_enabled: false, shortcuts: [{type: global, callback_id: start}] | Interactivity"
                        + " is off: settings.interactivity.is_enabled is not true, so that Slack sends no clicks,"
                        + " modals and shortcuts.",
                // placeholders may come to be anything
                "app_mention | bot_events: ['{{event}}'], bot: ['{{scope}}'] | ~~",
                "/greet | slash_commands: [{command: '{{command}}', url: '{{url}}'}], bot: ['{{scope}}'] | ~~",
                "click | is_enabled: '{{interactive}}' | ~~",
                "message in im | bot_events: [message.im], bot: [im:history], messages_tab_enabled: '{{tab}}' | ~~",
            })
    void sendsWhatIsDeclared(String what, String manifest, String reason) {
        assertEquals(reason, app(manifest).withholds(payload(what)).orElse(""));
    }

    @Test
    void grantsTheScopesOfTheManifest() {
        assertEquals(
                Map.of(TokenKind.BOT, Set.of("chat:write", "commands"), TokenKind.USER, Set.of()),
                app("bot: [commands, chat:write]").scopes());
        assertFalse(app("bot: [commands, '{{more}}']").scopes().containsKey(TokenKind.BOT), "everything");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'{{mode}}',"})
    void saysWhetherSocketModeIsOn(String value, Boolean expected) {
        String manifest = "socket_mode_enabled: " + (value.startsWith("{") ? "'" + value + "'" : value);
        assertEquals(Optional.ofNullable(expected), app(manifest).usesSocketMode());
        assertEquals(Optional.of(false), app("").usesSocketMode());
    }

    @Test
    void aRepeatIsWithheldAsWell() {
        try (SlackSimulator slack = SlackSimulator.start(SimulatorSettings.DEFAULT.withApp(app("")))) {
            Delivery withheld = slack.deliver(Payloads.appMention("hello"));
            Delivery repeat = slack.repeat(withheld);
            assertEquals(Delivery.State.WITHHELD, repeat.state());
            assertEquals(withheld.reason(), repeat.reason());
            assertEquals(List.of(), repeat.attempts());
        }
    }

    @Test
    void withWhatPeopleWriteToAnAgentComesWhatTheyLookAt() {
        DeclaredApp agent = app("agent_view: {agent_description: helps}");
        assertEquals(
                "slack#/types/channel_id",
                agent.complete(payload("message in im")).body().at("/event/app_context/entities/0/type").asString());
        assertFalse(agent.complete(payload("message in channel")).body().path("event").has("app_context"));
        assertFalse(app("").complete(payload("message in im")).body().path("event").has("app_context"));
    }

    @Test
    void saysWhetherItMayBeInstalledInAnOrganization() {
        assertTrue(app("org_deploy_enabled: true").oauth().isOrgWide());
        assertFalse(app("").oauth().isOrgWide());
    }

    /** @param keys in flow style, without the keys above them: each has one place only */
    private static DeclaredApp app(String keys) {
        String manifest = "features: {app_home: {"
                + pick(keys, "home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled")
                + "}, " + pick(keys, "slash_commands", "shortcuts", "unfurl_domains", "agent_view", "assistant_view")
                + "}\n"
                + "oauth_config: {scopes: {" + pick(keys, "bot", "user") + "}}\n"
                + "settings: {event_subscriptions: {" + url(keys, "no_events_url")
                + pick(keys, "bot_events", "user_events", "metadata_subscriptions")
                + "}, interactivity: {" + url(keys, "no_clicks_url")
                + pick(keys, "is_enabled", "message_menu_options_url") + "}, "
                + pick(keys, "socket_mode_enabled", "org_deploy_enabled") + "}\n";
        SourceFile file = new SourceFile("manifest.yaml", manifest);
        return new DeclaredApp(new Manifest(file, DocumentReader.read(file)), EVENTS);
    }

    /** The URL that nearly every app has, unless a key says otherwise. */
    private static String url(String keys, String without) {
        return keys.contains(without) ? "" : "request_url: 'https://bot.example.com/', ";
    }

    /** Those of the keys that have these names, as they stand in the text. */
    private static String pick(String keys, String... names) {
        String text = "{" + keys + "}";
        MappingNode all = (MappingNode) DocumentReader.read(new SourceFile("keys.yaml", text));
        return all.entries().stream()
                .filter(entry -> List.of(names).contains(entry.key().text()))
                .map(entry -> text.substring(
                        entry.key().span().start().offset(),
                        entry.value().span().end().offset()))
                .collect(Collectors.joining(", "));
    }

    private static Payload payload(String what) {
        String[] words = what.split(" ");
        String last = words[words.length - 1];
        if (what.startsWith("/")) {
            return Payloads.slashCommand(what, "");
        }
        return switch (what) {
            case "click" -> Payloads.blockAction("approve", "");
            case "options" -> Payloads.blockSuggestion("city", "Ber");
            case "modal" -> Payloads.viewSubmission("form", Map.of());
            case "global shortcut" -> Payloads.globalShortcut("start");
            case "message shortcut" -> Payloads.messageShortcut("start");
            default -> event(words[0], words.length == 1 ? "" : last);
        };
    }

    /** @param more where a message was written, where a link leads, or which kind of metadata a message has */
    private static Payload event(String type, String more) {
        ObjectNode event = JsonTree.object().put("type", type);
        if (!more.isEmpty()) {
            switch (type) {
                case "message" -> event.put("channel_type", more);
                case "link_shared" -> event.putArray("links").addObject().put("domain", more);
                default -> event.putObject("metadata").put("event_type", more);
            }
        }
        return Payloads.event(JsonTree.object().put("type", "event_callback").set("event", event));
    }
}
