package dev.transportadvisor.simulator.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of every kind of payload are Slack's own: what a bot parses and writes anew has another signature. */
class SlackBytesTest {

    private final ManualTimeline timeline = new ManualTimeline();
    private final HttpBot bot = new HttpBot(request -> HttpBot.Response.ok(""));
    private final SlackSimulator slack =
            SlackSimulator.start(SimulatorSettings.DEFAULT.withRequestUrl(bot.url()), timeline);

    @AfterEach
    void close() {
        slack.close();
        bot.close();
    }

    static Stream<Function<SlackSimulator, Delivery>> json() {
        return Stream.of(
                slack -> slack.deliver(Payloads.appMention("hello")),
                slack -> slack.deliver(Payloads.reactionAdded("wave")),
                SlackSimulator::challenge);
    }

    @ParameterizedTest
    @MethodSource("json")
    void jsonHasEscapes(Function<SlackSimulator, Delivery> send) throws Exception {
        send.apply(slack).await(Eventually.BOUND);
        HttpBot.Request request = bot.next();

        request.assertSigned(timeline.now());
        assertEscaped(request.body());
        assertHoldsAll(JsonTree.text(JsonTree.parse(request.body()).orElseThrow()));
    }

    static Stream<Payload> interactions() {
        return Stream.of(
                Payloads.blockAction("approve", "42"),
                Payloads.blockSuggestion("city", "Ber"),
                Payloads.globalShortcut("start"),
                Payloads.messageShortcut("quote"),
                Payloads.viewSubmission("order", Map.of("dish", "soup")));
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void anInteractionHasTheEscapesOfBothFormats(Payload interaction) throws Exception {
        slack.deliver(interaction).await(Eventually.BOUND);
        HttpBot.Request request = bot.next();

        request.assertSigned(timeline.now());
        assertEncoded(request.body());
        String payload = Form.decode(request.body()).get("payload");
        assertEscaped(payload);
        assertHoldsAll(JsonTree.text(JsonTree.parse(payload).orElseThrow()));
    }

    static Stream<Function<SlackSimulator, Delivery>> forms() {
        return Stream.of(slack -> slack.deliver(Payloads.slashCommand("/greet", "")), SlackSimulator::sslCheck);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormHasPlusesAndPercents(Function<SlackSimulator, Delivery> send) throws Exception {
        send.apply(slack).await(Eventually.BOUND);
        HttpBot.Request request = bot.next();

        request.assertSigned(timeline.now());
        assertEncoded(request.body());
        assertHoldsAll(Form.decode(request.body()).toString());
    }

    /** As PHP encodes: everything but letters, digits, hyphens, dots and underscores. */
    @Test
    void aFormKeepsFewSigns() {
        String kept = "azAZ09-._";
        assertEquals("a=" + kept + "+%2A%7E%21%27%28%29%C3%BC", Form.encode(Map.of("a", kept + " *~!'()ü")));
    }

    private static void assertEscaped(String json) {
        assertTrue(json.contains("local\\/slack"), json);
        assertTrue(json.contains("f\\u00fcr"), json);
        assertTrue(json.contains("\\ud83e\\udd16"), json);
        assertTrue(json.chars().allMatch(letter -> letter < 128), json);
        assertNotEquals(json, JsonTree.text(JsonTree.parse(json).orElseThrow()), "what others write");
    }

    private static void assertEncoded(String form) {
        assertTrue(form.contains("%2A"), form);
        assertTrue(form.contains("+"), form);
        assertFalse(form.contains("*") || form.contains("%20"), form);
    }

    private static void assertHoldsAll(String text) {
        Stream.of("/", "🤖", "ü", "*", "old* token").forEach(each -> assertTrue(text.contains(each), text));
    }
}
