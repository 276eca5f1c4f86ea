package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.OncePerDelivery;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A delivery of Slack's, as the database keeps it.
 *
 * @param id what tells it from every other one; the same in each of Slack's repeats
 * @param body the request's, as Slack sent it: a JSON object or a form
 * @param received when it came first
 * @param attempts how often work on it was begun before, whether it failed or its process died
 */
record StoredDelivery(String id, String body, Instant received, int attempts) {
    private static final Set<String> OF_A_MESSAGE = Set.of("app_mention", "message");

    static StoredDelivery first(String id, String body) {
        return new StoredDelivery(id, body, Instant.now(), 0);
    }

    /** Over a socket, a command or a click has nothing that tells it from others, and Slack does not repeat it. */
    static StoredDelivery of(Request<?> request) {
        String body = request.getRequestBodyAsString();
        Optional<String> id = request.getRequestType() == RequestType.Event
                ? message(JsonParser.parseString(body).getAsJsonObject())
                : Optional.empty();
        return first(
                id.or(() -> OncePerDelivery.id(request)).orElseGet(() -> UUID.randomUUID().toString()), body);
    }

    /**
     * An event that a message brought is told by its message, since one that is read from the channel's history has no
     * event's id.
     */
    static Optional<String> message(JsonObject payload) {
        JsonObject event = payload.getAsJsonObject("event");
        if (!OF_A_MESSAGE.contains(text(event, "type")) || !event.has("channel") || !event.has("event_ts")) {
            return Optional.empty();
        }
        return Optional.of(String.join("/",
                text(payload, "team_id"), text(event, "channel"), text(event, "event_ts"), text(event, "type")));
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
