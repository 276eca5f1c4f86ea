package dev.transportadvisor.simulator.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.http.JsonTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class InputsTest {

    private static final String OPTION = "{\"value\":\"a\",\"text\":{\"type\":\"plain_text\",\"text\":\"a\"}}";

    /** As docs.slack.dev/reference/block-kit/block-elements has the state of each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plain_text_input      | value                  | \"a\"",
                "email_text_input      | value                  | \"a\"",
                "datepicker            | selected_date          | \"a\"",
                "timepicker            | selected_time          | \"a\"",
                "static_select         | selected_option        | " + OPTION,
                "radio_buttons         | selected_option        | " + OPTION,
                "checkboxes            | selected_options       | [" + OPTION + "]",
                "multi_external_select | selected_options       | [" + OPTION + "]",
                "users_select          | selected_user          | \"a\"",
                "multi_users_select    | selected_users         | [\"a\"]",
                "conversations_select  | selected_conversation  | \"a\"",
                "multi_channels_select | selected_channels      | [\"a\"]",
                "file_input            | files                  | "
                        + "[{\"id\":\"F0SIMFILE\",\"name\":\"a\",\"title\":\"a\"}]",
            })
    void eachFieldHoldsWhatWasEnteredUnderItsKey(String type, String key, String expected) {
        JsonNode state = entered("a").state(blocks(type)).at("/values/block/action");
        assertEquals(type, state.path("type").asString());
        assertEquals(expected, JsonTree.text(state.path(key)));
    }

    @Test
    void aMomentIsANumber() {
        JsonNode state = entered("1700000000").state(blocks("datetimepicker")).at("/values/block/action");
        assertEquals(1_700_000_000, state.path("selected_date_time").asInt());
        assertTrue(state.path("selected_date_time").isIntegralNumber());
    }

    @ParameterizedTest
    @CsvSource({"button", "icon_button", "feedback_buttons", "overflow"})
    void whatIsPressedHoldsNothing(String type) {
        assertEquals("{\"values\":{}}", JsonTree.text(entered("a").state(blocks(type))));
    }

    @Test
    void aFieldInsideOfAContainerIsFound() {
        ObjectNode container = JsonTree.object().put("type", "container");
        container.set("child_blocks", blocks("plain_text_input"));
        JsonNode state = entered("a").state(JsonTree.array().add(container));
        assertEquals("a", state.at("/values/block/action/value").asString());
    }

    private static Inputs entered(String value) {
        return new Inputs(Map.of("block", Map.of("action", List.of(value))));
    }

    private static JsonNode blocks(String type) {
        ObjectNode block = JsonTree.object().put("type", "input").put("block_id", "block");
        block.putObject("element").put("type", type).put("action_id", "action");
        return JsonTree.array().add(block);
    }
}
