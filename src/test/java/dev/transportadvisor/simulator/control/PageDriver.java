package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.testing.Chromium;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The page of a local Slack as a person uses it. */
record PageDriver(Chromium page) {

    /** @param profile an empty folder */
    static PageDriver start(Path profile) throws Exception {
        assumeTrue(Chromium.installed().isPresent(), "needs Chromium: apt-get install chromium");
        return new PageDriver(Chromium.start(Chromium.installed().get(), profile));
    }

    void close() throws Exception {
        page.close();
    }

    JsonNode evaluate(String expression) throws Exception {
        return page.evaluate(expression);
    }

    void await(String expression) throws Exception {
        page.await(expression);
    }

    void resize(int width, int height) throws Exception {
        page.resize(width, height);
    }

    void open(SlackSimulator slack, String path) throws Exception {
        page.open(slack.url() + path);
        page.await("!!document.getElementById('summary')");
    }

    void write(String text) throws Exception {
        type(".composer textarea", text);
        key(".composer textarea", "Escape");
        key(".composer textarea", "Enter");
    }

    void type(String field, String text) throws Exception {
        page.await("!!document.querySelector('" + field + "')");
        page.evaluate("(() => { const field = document.querySelector('" + field + "'); field.focus();"
                + " field.value = " + JsonTree.text(JsonTree.array().add(text)) + "[0];"
                + " if (field.selectionStart !== null) field.setSelectionRange(field.value.length, field.value.length);"
                + " field.dispatchEvent(new Event('input', {bubbles: true})); })()");
        awaitDrawing();
    }

    /** What depends on what was just done is drawn in a moment. */
    private void awaitDrawing() throws Exception {
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    }

    void key(String field, String key) throws Exception {
        page.evaluate("document.querySelector('" + field + "').dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: '" + key + "', bubbles: true, cancelable: true}))");
        awaitDrawing();
    }

    void choose(String select, String value) throws Exception {
        page.await("!!document.querySelector('" + select + " [value=" + value + "]')");
        page.evaluate("(() => { const select = document.querySelector('" + select + "'); select.value = '" + value
                + "'; select.dispatchEvent(new Event('change', {bubbles: true})); })()");
    }

    void press(String label) throws Exception {
        String button = "[...document.querySelectorAll('button')].find((one) => one.textContent === '" + label + "')";
        page.await("!!" + button);
        page.evaluate(button + ".click()");
    }

    void awaitText(String selector, String text) throws Exception {
        page.await(has(selector, text));
    }

    boolean isThere(String selector, String text) throws Exception {
        return page.evaluate(has(selector, text)).asBoolean();
    }

    private static String has(String selector, String text) {
        return "[...document.querySelectorAll('" + selector + "')].some((one) => one.textContent.includes('" + text
                + "'))";
    }
}
