package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.app.AppProfile;
import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Views;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Everything that people can do, and what they see.
 *
 * @param conversations what they and the bot have written
 * @param views what is on their screens
 * @param app what they see of the app before they use it
 */
public record People(
        Talk talk,
        Actions actions,
        Modals modals,
        Conversations conversations,
        Views views,
        AtomicReference<AppProfile> app) {

    /** @param courier takes what they do to the bot */
    public static People with(Courier courier, Conversations conversations, Views views) {
        return new People(
                new Talk(courier, conversations),
                new Actions(courier, conversations, views),
                new Modals(courier, views),
                conversations,
                views,
                new AtomicReference<>(AppProfile.UNKNOWN));
    }
}
