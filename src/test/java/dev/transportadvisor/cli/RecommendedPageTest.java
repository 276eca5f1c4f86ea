package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Chromium;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the formats of a recommendation say together, and how its page comes out in a browser. */
class RecommendedPageTest {

    @TempDir
    Path profile;

    static List<String> samples() throws Exception {
        return SamplesTest.samples();
    }

    /** The first line of the text is in the picture and the page, and the record decides the same. */
    @ParameterizedTest
    @MethodSource("samples")
    void allFormatsAgree(String sample) {
        String headline = report(sample, "text").lines().findFirst().orElseThrow();
        String json = report(sample, "json");
        String record = report(sample, "markdown");
        for (String picture : List.of(report(sample, "svg"), report(sample, "html"))) {
            assertTrue(picture.contains("<title>" + headline), () -> headline + " is not in " + picture);
        }
        String confidence = found("\"confidence\": \"?([a-z]+)", json);
        assertEquals(!confidence.equals("null"), record.contains("confidence " + confidence), record);
        String transport = found("\"transport\": \"?([a-z-]+)", json);
        assertEquals(transport.equals("null"), !record.contains("Chosen option: "), record);
        Matcher points = Pattern.compile("\"points\": \\{\\s+\"socket-mode\": ([0-9.]+)").matcher(json);
        assertTrue(points.find(), json);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePageNeedsNothingElse(String sample) {
        String page = report(sample, "html");

        assertFalse(page.contains("<script"), page);
        assertFalse(Pattern.compile("(src|@import|url\\()").matcher(page).find(), page);
        assertFalse(page.contains("<link"), page);
    }

    /** In a frame of this width, as on a phone, nothing but the picture and the table scrolls sideways. */
    @Test
    void thePageFitsAPhone() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "Skipped: needs Chromium on the path");
        Chromium browser = Chromium.start(program.get(), profile);
        try {
            browser.open("about:blank");
            for (String sample : List.of("mixed", "many-replicas", "webhook-only")) {
                show(browser, report(sample, "html"));
                assertTrue(
                        browser.evaluate("frame().documentElement.scrollWidth").asInt() <= 400, sample);
                assertEquals(
                        report(sample, "text").lines().findFirst().orElseThrow(),
                        browser.evaluate("frame().querySelector('h1').textContent").asString());
            }
            show(browser, report("mixed", "html"));
            assertEquals(
                    400, browser.evaluate("frame().defaultView.innerWidth").asInt());
            assertEquals(9, browser.evaluate("frame().querySelectorAll('tr').length").asInt());
            assertTrue(
                    browser.evaluate("frame().querySelector('svg title').textContent")
                            .asString()
                            .startsWith("release-notes: Socket Mode"));
            assertTrue(
                    browser.evaluate("frame().querySelectorAll('rect.one').length").asInt() >= 3);
        } finally {
            browser.close();
        }
    }

    private static void show(Chromium browser, String page) throws Exception {
        String encoded = Base64.getEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));
        browser.evaluate("globalThis.frame = () => document.querySelector('iframe').contentDocument;"
                + "document.body.innerHTML = '<iframe width=400 height=800 style=\"border: 0\"></iframe>';"
                + "document.querySelector('iframe').srcdoc = new TextDecoder().decode("
                + "Uint8Array.from(atob('" + encoded + "'), c => c.charCodeAt(0))); 1");
        browser.await("frame() && frame().readyState == 'complete' && frame().querySelector('h1') != null");
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private static String report(String sample, String format) {
        return Run.of("recommend", "samples/" + sample + ".yaml", "--format", format).out();
    }
}
