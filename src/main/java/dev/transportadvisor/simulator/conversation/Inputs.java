package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person has entered into the fields of a message or a view.
 *
 * @param byAction the values of each action, by block id and action id
 */
public record Inputs(Map<String, Map<String, List<String>>> byAction) {

    /** Slack's {@code state}: every field, with what was entered or else with what it began with. */
    public ObjectNode state(JsonNode blocks) {
        ObjectNode state = JsonTree.object();
        ObjectNode values = state.putObject("values");
        for (Element element : Blocks.all(blocks)) {
            if (element.hasState()) {
                ObjectNode entered = of(element).map(element::state).orElseGet(element::initialState);
                ObjectNode block = values.path(element.blockId()) instanceof ObjectNode known
                        ? known
                        : values.putObject(element.blockId());
                block.set(element.actionId(), entered);
            }
        }
        return state;
    }

    private Optional<List<String>> of(Element element) {
        return Optional.ofNullable(byAction.get(element.blockId()))
                .flatMap(block -> Optional.ofNullable(block.get(element.actionId())));
    }
}
