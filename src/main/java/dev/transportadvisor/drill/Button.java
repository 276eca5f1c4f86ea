package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.web.Journal;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A button in a message of the bot.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">Button element</a>
 */
record Button(String action, String block, String value) {

    /** The first that the bot shows: in what it acknowledges with, or in what it calls Slack with. */
    static Optional<Button> first(Stream<Delivery> deliveries, Stream<Journal.Call> calls) {
        Stream<JsonNode> replies = deliveries
                .flatMap(delivery -> delivery.acknowledgement().stream())
                .flatMap(answer -> answer.json().stream());
        return Stream.concat(replies, calls.map(Journal.Call::arguments))
                .flatMap(message -> in(message).stream())
                .findFirst();
    }

    private static Optional<Button> in(JsonNode message) {
        for (JsonNode block : blocks(message)) {
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

    /** With a form, as the SDKs for Java and Node send, they are JSON in a string. */
    private static JsonNode blocks(JsonNode message) {
        JsonNode blocks = message.path("blocks");
        return blocks.isString() ? JsonTree.parse(blocks.asString()).orElse(blocks) : blocks;
    }
}
