package dev.transportadvisor.simulator.story;

import dev.transportadvisor.simulator.delivery.Deliveries;
import dev.transportadvisor.simulator.people.People;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Takes a story from a local Slack, and puts one into it. */
public record Storyteller(People people, Deliveries deliveries) {

    public Story tell() {
        Map<String, ObjectNode> homes = new LinkedHashMap<>();
        people.views().homes().forEach((person, home) -> homes.put(person, home.body()));
        return new Story(
                people.conversations().changedAfter(0),
                homes,
                deliveries.all().stream().map(PastDelivery::of).toList());
    }

    public void restore(Story story) {
        story.messages().forEach(people.conversations()::restore);
        story.homes().forEach(people.views()::publish);
        story.deliveries()
                .forEach(past -> deliveries.restore(
                        past.payload(), past.createdAt(), past.state(), past.reason(), past.attempts()));
    }
}
