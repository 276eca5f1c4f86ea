package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.slack.Person;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an interaction that say whose it is. */
final class By {

    private By() {}

    /** Adds them to a payload and returns it. */
    static ObjectNode person(Person person, ObjectNode payload) {
        payload.putObject("user")
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", person.team().id());
        payload.putObject("team")
                .put("id", person.team().id())
                .put("domain", person.team().domain());
        return payload;
    }
}
