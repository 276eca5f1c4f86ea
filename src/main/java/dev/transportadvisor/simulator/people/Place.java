package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Channel;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.slack.Team;
import tools.jackson.databind.node.ObjectNode;

/** Where people do something: a channel of a workspace. */
public record Place(String channel, Team team) {

    /** Somebody's conversation with the bot belongs to their workspace. */
    public static Place of(String channel) {
        return new Place(
                channel,
                Person.inDirectChannel(channel)
                        .map(Person::team)
                        .orElseGet(() -> Channel.of(channel).team()));
    }

    boolean isDirect() {
        return channel.startsWith("D");
    }

    /** Slack's word for its kind. */
    String channelType() {
        return isDirect() ? "im" : channel.startsWith("G") ? "group" : "channel";
    }

    String name() {
        return isDirect() ? "directmessage" : Channel.of(channel).name();
    }

    ObjectNode json() {
        return JsonTree.object().put("id", channel).put("name", name());
    }

    /** An event that happened in this workspace. */
    Payload event(ObjectNode event) {
        return team.equals(Team.FIRST)
                ? Payloads.event(event)
                : Payloads.event(JsonTree.object()
                        .put("type", "event_callback")
                        .put("team_id", team.id())
                        .put("context_team_id", team.id())
                        .set("event", event));
    }
}
