package dev.transportadvisor.simulator.app;

import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.EventType;
import dev.transportadvisor.manifest.ScopeNeed;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The events that reach an app by its manifest: those that it subscribes to, with a token that may see them. Where it
 * is not verified what an event needs, it is taken to be there.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api">Events API</a>
 */
record DeclaredEvents(Declarations app, EventCatalog catalog) {

    private static final String MESSAGE = "message";

    private static final String AGENT_VIEW = "features.agent_view";
    private static final String ASSISTANT_VIEW = "features.assistant_view";

    /** The subscription that brings a message, by where it was written. */
    private static final Map<String, String> MESSAGES = Map.of(
            "channel", "message.channels",
            "group", "message.groups",
            "im", "message.im",
            "mpim", "message.mpim",
            "app_home", "message.app_home");

    /** Why Slack would not send an event; empty if it comes with at least one of the tokens. */
    Optional<String> withholds(Payload payload) {
        JsonNode event = payload.body().path("event");
        String subscription = subscription(payload.name(), event);
        Optional<String> why =
                switch (catalog.find(subscription)
                        .map(EventType::delivery)
                        .orElse(EventType.Delivery.SUBSCRIPTION)) {
                    case SUBSCRIPTION -> withholds(subscription, event);
                    case AUTOMATIC -> Optional.empty();
                    default -> Optional.of("Slack has no subscription for " + Quoted.of(subscription) + ".");
                };
        return why.or(() -> app.unreachable("send events", "settings.event_subscriptions.request_url"));
    }

    private Optional<String> withholds(String subscription, JsonNode event) {
        List<Optional<String>> obstacles = Stream.of(Token.values())
                .filter(token -> isSubscribed(subscription, token))
                .map(token -> obstacle(subscription, token, event))
                .toList();
        if (obstacles.isEmpty()) {
            return Optional.of(notSubscribed(subscription));
        }
        return obstacles.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(obstacles.stream().map(Optional::get).distinct().collect(Collectors.joining(" ")));
    }

    /** A message that does not say where it was written counts as the umbrella of all messages. */
    private static String subscription(String type, JsonNode event) {
        return type.equals(MESSAGE)
                ? MESSAGES.getOrDefault(event.path("channel_type").asString(""), MESSAGE)
                : type;
    }

    /** The umbrella is good for every kind of message, and every kind for the umbrella. */
    private boolean isSubscribed(String subscription, Token token) {
        String path = token.events().toString();
        boolean isMessage = MESSAGES.containsValue(subscription);
        return app.mayList(path, subscription)
                || isMessage && app.mayList(path, MESSAGE)
                || subscription.equals(MESSAGE)
                        && MESSAGES.values().stream().anyMatch(kind -> app.mayList(path, kind));
    }

    private static String notSubscribed(String subscription) {
        return "The manifest does not subscribe to " + Quoted.of(subscription)
                + ": neither bot_events nor user_events in settings.event_subscriptions lists it.";
    }

    private Optional<String> obstacle(String subscription, Token token, JsonNode event) {
        return missingScope(subscription, token).or(() -> switch (subscription) {
            case "message.im" -> token == Token.BOT ? closedMessagesTab() : Optional.empty();
            case "app_home_opened" -> missingTab(event.path("tab").asString("home"));
            case "link_shared" -> foreignLinks(event);
            case "message_metadata_posted", "message_metadata_updated", "message_metadata_deleted" ->
                foreignMetadata(event);
            case "app_context_changed", "agent_session_stopped", "agent_session_title_changed" ->
                missingView(subscription, AGENT_VIEW);
            case "assistant_thread_started", "assistant_thread_context_changed" -> replaced(subscription)
                    .or(() -> missingView(subscription, ASSISTANT_VIEW));
            default -> Optional.empty();
        });
    }

    private Optional<String> missingScope(String subscription, Token token) {
        ScopeNeed need = catalog.find(subscription)
                .filter(EventType::isVerified)
                .map(type -> type.need(token))
                .orElseGet(ScopeNeed.Unknown::new);
        if (need instanceof ScopeNeed.Never) {
            return Optional.of(
                    "Slack does not send " + Quoted.of(subscription) + " with a " + token.word() + " token.");
        }
        String path = token.scopes().toString();
        boolean isMet = !(need instanceof ScopeNeed.AnyOf any)
                || any.isMetBy(app.texts(path))
                || app.hasPlaceholder(path);
        return isMet ? Optional.empty() : Optional.of(scopeIsMissing(subscription, token, (ScopeNeed.AnyOf) need));
    }

    private static String scopeIsMissing(String subscription, Token token, ScopeNeed.AnyOf need) {
        return "The " + token.word() + " token lacks a scope for " + Quoted.of(subscription) + ": add "
                + (need.scopes().size() == 1 ? "" : "one of ") + Declarations.quoted(need.scopes())
                + " to oauth_config.scopes." + token.word() + ".";
    }

    /**
     * What holds without the key is not documented; reports from the field say that people cannot write then.
     *
     * @see <a href="https://github.com/NousResearch/hermes-agent/pull/20503">A report</a>
     */
    private Optional<String> closedMessagesTab() {
        String tab = "/features/app_home/messages_tab_enabled";
        if (!app.mayBeTrue(tab)) {
            return Optional.of("People cannot write to the bot: the messages tab is off, since"
                    + " features.app_home.messages_tab_enabled is "
                    + (app.flag(tab).isPresent() ? "false." : "missing."));
        }
        return app.flag("/features/app_home/messages_tab_read_only_enabled").orElse(false)
                ? Optional.of("People cannot write to the bot: the messages tab is read-only, since"
                        + " features.app_home.messages_tab_read_only_enabled is true.")
                : Optional.empty();
    }

    private Optional<String> missingTab(String tab) {
        String key = tab.equals("messages") ? "messages_tab_enabled" : "home_tab_enabled";
        return app.mayBeTrue("/features/app_home/" + key)
                ? Optional.empty()
                : Optional.of("There is no such tab to open: features.app_home." + key + " is not true.");
    }

    /** @see <a href="https://docs.slack.dev/reference/events/app_context_changed">app_context_changed</a> */
    private Optional<String> missingView(String subscription, String view) {
        return app.has("/" + view.replace('.', '/'))
                ? Optional.empty()
                : Optional.of("Slack sends " + Quoted.of(subscription) + " only to an app with " + view + ".");
    }

    /** @see <a href="https://docs.slack.dev/ai/migrating-to-agent-messaging/">Migrating to agent messaging</a> */
    private Optional<String> replaced(String subscription) {
        return app.has("/" + AGENT_VIEW.replace('.', '/'))
                ? Optional.of("With " + AGENT_VIEW + " Slack sends `app_home_opened` and `app_context_changed` in the"
                        + " place of " + Quoted.of(subscription) + ".")
                : Optional.empty();
    }

    private Optional<String> foreignLinks(JsonNode event) {
        String path = "/features/unfurl_domains/*";
        List<String> domains = app.texts(path);
        boolean isRegistered = app.hasPlaceholder(path)
                || !domains.isEmpty() && (event.path("links").isEmpty() || leadsTo(event.path("links"), domains));
        return isRegistered
                ? Optional.empty()
                : Optional.of("Slack sends `link_shared` only for links to the registered domains:"
                        + " features.unfurl_domains " + Declarations.lists(domains) + ".");
    }

    /** A domain stands for those below it as well. */
    private static boolean leadsTo(JsonNode links, List<String> domains) {
        return links.valueStream()
                .map(link -> "." + link.path("domain").asString(""))
                .anyMatch(link -> domains.stream().anyMatch(domain -> link.endsWith("." + domain)));
    }

    private Optional<String> foreignMetadata(JsonNode event) {
        String path = "/settings/event_subscriptions/metadata_subscriptions";
        JsonNode type = event.path("metadata").path("event_type");
        boolean isListed = type.isMissingNode()
                ? !app.fields(path + "/*").isEmpty() || app.hasPlaceholder(path)
                : app.mayList(path + "/*/event_type", type.asString("")) || app.mayList(path + "/*/event_type", "*");
        return isListed
                ? Optional.empty()
                : Optional.of("Slack sends events about metadata only for the types that are listed:"
                        + " metadata_subscriptions in settings.event_subscriptions "
                        + Declarations.lists(app.texts(path + "/*/event_type")) + ".");
    }
}
