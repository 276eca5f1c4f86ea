package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.slack.Channel;
import dev.transportadvisor.simulator.slack.Person;
import tools.jackson.databind.JsonNode;

/**
 * Who did something where, read from the payload that tells of it.
 *
 * @param message the timestamp of the message that was clicked; empty where there is none
 * @param view the id of the modal or Home tab; empty where there is none
 */
public record Origin(String person, String channel, String message, String view) {

    /** @param payload a slash command or an interaction */
    public static Origin of(JsonNode payload) {
        return new Origin(
                payload.path("user").path("id").asString(payload.path("user_id").asString(Person.ADA.id())),
                payload.path("channel").path("id").asString(payload.path("channel_id").asString(Channel.GENERAL.id())),
                payload.path("container").path("message_ts").asString(payload.path("message_ts").asString("")),
                payload.path("view").path("id").asString(""));
    }
}
