package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Views;

/** Everything that people can do. */
public record People(Talk talk, Actions actions, Modals modals) {

    /** @param courier takes what they do to the bot */
    public static People with(Courier courier, Conversations conversations, Views views) {
        return new People(
                new Talk(courier, conversations),
                new Actions(courier, conversations, views),
                new Modals(courier, views));
    }
}
