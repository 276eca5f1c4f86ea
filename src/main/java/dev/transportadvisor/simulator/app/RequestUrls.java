package dev.transportadvisor.simulator.app;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.simulator.delivery.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where Slack posts what, by a manifest: events, interactions, what menus ask for, and each command have a URL of their
 * own.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-http-request-urls">HTTP request URLs</a>
 * @see <a href="https://docs.slack.dev/reference/app-manifest">App manifest</a>
 */
public final class RequestUrls {

    /** Those of an app without a manifest. */
    public static final RequestUrls NONE = new RequestUrls(Map.of());

    private static final String EVENTS = "events";
    private static final String INTERACTIVITY = "interactivity";
    private static final String OPTIONS = "options of menus";

    private final Map<String, RequestUrl> byUse;

    private RequestUrls(Map<String, RequestUrl> byUse) {
        this.byUse = byUse;
    }

    public static RequestUrls of(Manifest manifest) {
        Declarations app = new Declarations(manifest.document());
        Map<String, RequestUrl> byUse = new LinkedHashMap<>();
        put(app, byUse, EVENTS, "/settings/event_subscriptions/request_url");
        put(app, byUse, INTERACTIVITY, "/settings/interactivity/request_url");
        put(app, byUse, OPTIONS, "/settings/interactivity/message_menu_options_url");
        for (Field command : app.fields("/features/slash_commands/*")) {
            String name = text(command, "command").orElse("");
            text(command, "url").ifPresent(url -> byUse.putIfAbsent(name, new RequestUrl(url)));
        }
        return new RequestUrls(byUse);
    }

    private static void put(Declarations app, Map<String, RequestUrl> byUse, String use, String path) {
        app.texts(path).stream().findFirst().ifPresent(url -> byUse.put(use, new RequestUrl(url)));
    }

    private static Optional<String> text(Field mapping, String key) {
        return mapping.child(key).flatMap(Field::text);
    }

    /** Those that the manifest names, by what goes there, in words; a command is its own word. */
    public Map<String, RequestUrl> byUse() {
        return byUse;
    }

    /** The path at which Slack checks the bot's answer, and to which events go; empty if the manifest names none. */
    public Optional<String> eventsPath() {
        return find(EVENTS).flatMap(RequestUrl::path);
    }

    /** The path to which a payload goes; empty if the manifest names none. */
    public Optional<String> path(Payload payload) {
        return url(payload).flatMap(RequestUrl::path);
    }

    private Optional<RequestUrl> url(Payload payload) {
        return switch (payload.kind()) {
            case EVENT, URL_VERIFICATION, RATE_LIMITED -> find(EVENTS);
            case INTERACTION -> find(asksForOptions(payload.body()) ? OPTIONS : INTERACTIVITY);
            case SLASH_COMMAND -> find(payload.name());
            case SSL_CHECK -> firstOfACommand();
        };
    }

    /** What a menu asks for while somebody types goes to an address of its own. */
    static boolean asksForOptions(JsonNode interaction) {
        return interaction.path("type").asString("").endsWith("_suggestion");
    }

    private Optional<RequestUrl> find(String use) {
        return Optional.ofNullable(byUse.get(use));
    }

    private Optional<RequestUrl> firstOfACommand() {
        return byUse.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
