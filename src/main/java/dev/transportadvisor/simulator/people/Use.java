package dev.transportadvisor.simulator.people;

import dev.transportadvisor.simulator.conversation.Inputs;
import java.util.List;
import java.util.Optional;

/**
 * How a person uses a button, a menu or a field.
 *
 * @param actionId as the bot named it
 * @param blockId of its block; empty for the first that has such an action
 * @param values what was chosen or entered; of a button nothing, for its own value
 * @param message the timestamp of its message; the newest that has such an action without it
 * @param view the id of its modal or Home tab, in place of a message
 * @param inputs what the other fields beside it hold
 */
public record Use(
        String actionId,
        String blockId,
        List<String> values,
        Optional<String> message,
        Optional<String> view,
        Inputs inputs) {

    String value() {
        return values.isEmpty() ? "" : values.get(0);
    }
}
