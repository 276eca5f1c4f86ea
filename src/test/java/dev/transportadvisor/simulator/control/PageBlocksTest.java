package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.testing.Slow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page draws of what a bot writes, in a real browser. */
@Slow
class PageBlocksTest extends PageFixture {

    private static final String BUTTON =
            "{\"type\":\"button\",\"action_id\":\"%s\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}";

    /** One of each that holds no text of its own kind, by docs.slack.dev/reference/block-kit/blocks. */
    private static final List<String> BLOCKS = List.of(
            "{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"a header\"}}",
            "{\"type\":\"divider\"}",
            "{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"a context\"}]}",
            "{\"type\":\"image\",\"image_url\":\"https://example.com/x.png\",\"alt_text\":\"a picture\"}",
            "{\"type\":\"video\",\"title\":{\"type\":\"plain_text\",\"text\":\"a video\"},\"alt_text\":\"it moves\"}",
            "{\"type\":\"file\",\"source\":\"remote\",\"external_id\":\"a file\"}",
            "{\"type\":\"markdown\",\"text\":\"# a heading\\n- **an item**\\n"
                    + "\\n| a | table |\\n|---|---|\\n| of | it |\"}",
            "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_list\",\"style\":\"ordered\",\"elements\":"
                    + "[{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"a tree\"}]}]}]}",
            "{\"type\":\"table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"a cell\"}]]}",
            "{\"type\":\"data_table\",\"caption\":\"a caption\","
                    + "\"rows\":[[{\"type\":\"raw_text\",\"text\":\"a head\"}],"
                    + "[{\"type\":\"raw_number\",\"value\":42}]]}",
            "{\"type\":\"data_visualization\",\"title\":\"a chart\",\"chart\":{\"type\":\"pie\",\"segments\":"
                    + "[{\"label\":\"a slice\",\"value\":3}]}}",
            "{\"type\":\"alert\",\"level\":\"warning\",\"text\":{\"type\":\"plain_text\",\"text\":\"an alert\"}}",
            "{\"type\":\"plan\",\"title\":\"a plan\",\"tasks\":[{\"type\":\"task_card\",\"task_id\":\"1\","
                    + "\"title\":\"a task\",\"status\":\"complete\"}]}",
            "{\"type\":\"carousel\",\"elements\":[{\"type\":\"card\",\"title\":{\"type\":\"mrkdwn\","
                    + "\"text\":\"a card\"},\"actions\":[" + BUTTON.formatted("card", "On the card") + "]}]}",
            "{\"type\":\"container\",\"title\":{\"type\":\"plain_text\",\"text\":\"a container\"},\"child_blocks\":["
                    + "{\"type\":\"actions\",\"elements\":[" + BUTTON.formatted("inner", "Inside") + "]}]}",
            "{\"type\":\"context_actions\",\"elements\":[{\"type\":\"feedback_buttons\",\"action_id\":\"feedback\","
                    + "\"positive_button\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Good\"},\"value\":\"yes\"},"
                    + "\"negative_button\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Bad\"},\"value\":\"no\"}}]}");

    @Test
    void whateverBlockKitHasIsDrawn() throws Exception {
        call("chat.postMessage", blocks(String.join(",", BLOCKS)));
        for (String text : List.of(
                "a header", "a context", "a picture", "a video", "a file", "a heading", "an item", "table", "a tree",
                "a cell", "a caption", "a head", "42", "a chart", "a slice", "an alert", "a plan", "a task", "a card",
                "a container")) {
            page.awaitText(".content", text);
        }
        assertFalse(page.isThere(".content", "cannot"));
        assertEquals(0, page.evaluate("document.querySelectorAll('.content img').length").asInt());
    }

    @Test
    void whatIsInsideOfOthersCanBePressed() throws Exception {
        call("chat.postMessage", blocks(String.join(",", BLOCKS)));
        page.press("On the card");
        page.awaitText(".entry .title", "block_actions card");
        page.press("Inside");
        page.awaitText(".entry .title", "block_actions inner");
        page.press("Bad");
        page.awaitText(".entry .title", "block_actions feedback");
        assertEquals("no", last().at("/actions/0/value").asString());
    }

    @Test
    void whatIsNotKnownIsShownAsWhatItIs() throws Exception {
        call("chat.postMessage", blocks("{\"type\":\"teleporter\",\"to\":\"Mars\"},"
                + "{\"type\":\"actions\",\"elements\":[{\"type\":\"hologram\",\"action_id\":\"x\"}]}"));
        page.awaitText(".content summary", "teleporter");
        page.awaitText(".content pre", "Mars");
        page.awaitText(".content", "An element of the type “hologram”");
    }

    @Test
    void aMenuThatAsksCountsOnlyAfterTheAnswer() throws Exception {
        call("chat.postMessage", blocks("{\"type\":\"actions\",\"elements\":[{\"type\":\"static_select\","
                + "\"action_id\":\"stage\",\"options\":[{\"text\":{\"type\":\"plain_text\",\"text\":\"Live\"},"
                + "\"value\":\"live\"}],\"confirm\":{\"title\":{\"type\":\"plain_text\",\"text\":\"Live?\"}}}]}"));
        page.choose(".content select", "live");
        page.awaitText("dialog", "Live?");
        page.press("Cancel");
        page.await("!document.querySelector('dialog')");
        assertEquals("", page.evaluate("document.querySelector('.content select').value").asString());
        assertTrue(slack.deliveries().isEmpty());
        page.choose(".content select", "live");
        page.press("Yes");
        page.awaitText(".entry .title", "block_actions stage");
        page.await("document.querySelector('.content select').value === 'live'");
    }

    @Test
    void markupIsReadAsSlackReadsIt() throws Exception {
        String text = "*out `co*de` in* 2*3*4 snake_case_name _<https://example.com/a_b|a|b>_ https://example.com/c_d."
                + "\\n&gt; said\\n`&lt;b&gt;` :wave: :nobody: <!date^1700000000^in {date_num}|then>"
                + " <!date^1700000000^{constructor}|at some time>";
        call("chat.postMessage", "{\"channel\":\"C0SIMCHAN\",\"text\":\"" + text + "\"}");
        page.awaitText(".content strong code", "co*de");
        page.awaitText(".content strong", "out co*de in");
        page.awaitText(".content", "2*3*4 snake_case_name");
        page.awaitText(".content em a", "a|b");
        page.awaitText(".content blockquote", "said");
        page.awaitText(".content code", "<b>");
        page.awaitText(".content", "👋 :nobody: in 2023-11-1");
        page.awaitText(".content", " at some time");
        String links = "[...document.querySelectorAll('.content a')].map((link) => link.href).join(' ')";
        assertEquals(
                "https://example.com/a_b https://example.com/c_d", page.evaluate(links).asString());
    }

    private static String blocks(String blocks) {
        return "{\"channel\":\"C0SIMCHAN\",\"text\":\"x\",\"blocks\":[" + blocks + "]}";
    }
}
