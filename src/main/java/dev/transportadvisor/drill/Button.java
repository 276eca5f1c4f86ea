package dev.transportadvisor.drill;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A button in a message of the bot.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">Button element</a>
 */
record Button(String action, String block, String value) {

    /** The first button of a message. */
    static Optional<Button> in(JsonNode message) {
        for (JsonNode block : message.path("blocks")) {
            for (JsonNode element : block.findParents("action_id")) {
                if (element.path("type").asString("").equals("button")) {
                    return Optional.of(new Button(
                            element.path("action_id").asString(""),
                            block.path("block_id").asString("block"),
                            element.path("value").asString("")));
                }
            }
        }
        return Optional.empty();
    }
}
