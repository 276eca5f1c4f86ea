package dev.transportadvisor.simulator.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.SourceFile;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each request goes to the path that the manifest names for it, at the bot's own address. */
class RequestPathsTest {

    private static final RequestUrls URLS = urls("""
            features:
              slash_commands:
                - {command: /deploy, url: "https://commands.example.com/deploy"}
                - {command: /status, url: "https://commands.example.com/status?of=all"}
                - {command: /none}
            settings:
              event_subscriptions: {request_url: "https://<host>/events"}
              interactivity:
                request_url: "https://bots.example.com/interactivity"
                message_menu_options_url: "https://bots.example.com/options"
            """);

    private final HttpBot bot = new HttpBot(request -> HttpBot.Response.ok(""));
    private final SlackSimulator slack = start(URLS);

    @AfterEach
    void close() {
        slack.close();
        bot.close();
    }

    static Stream<Arguments> payloads() {
        return Stream.of(
                Arguments.of(Payloads.appMention("hello"), "/events"),
                Arguments.of(Payloads.slashCommand("/deploy", ""), "/deploy"),
                Arguments.of(Payloads.slashCommand("/status", ""), "/status?of=all"),
                Arguments.of(Payloads.blockAction("approve", ""), "/interactivity"),
                Arguments.of(Payloads.globalShortcut("start"), "/interactivity"),
                Arguments.of(Payloads.viewSubmission("order", Map.of()), "/interactivity"),
                Arguments.of(Payloads.blockSuggestion("city", "Ber"), "/options"),
                Arguments.of(Payloads.slashCommand("/none", ""), "/slack/events"),
                Arguments.of(Payloads.slashCommand("/unknown", ""), "/slack/events"));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void goesWhereTheManifestSays(Payload payload, String path) throws Exception {
        Delivery delivery = slack.deliver(payload);
        assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(Eventually.BOUND));
        assertEquals(path, bot.next().path());
        assertEquals(bot.url().resolve(path).toString(), delivery.attempts().get(0).via());
    }

    @Test
    void checksGoWhereTheyBelong() throws Exception {
        slack.challenge().await(Eventually.BOUND);
        assertEquals("/events", bot.next().path());
        slack.sslCheck().await(Eventually.BOUND);
        assertEquals("/deploy", bot.next().path());
        slack.forge(Payloads.slashCommand("/status", ""), Forgery.NO_SIGNATURE).await(Eventually.BOUND);
        assertEquals("/status?of=all", bot.next().path());
    }

    /** A path may look like the address of another machine. */
    @Test
    void staysOnThisMachine() throws Exception {
        RequestUrls odd = urls("settings: {event_subscriptions: {request_url: \"https://a.example//192.0.2.1/x\"}}");
        try (SlackSimulator other = start(odd)) {
            other.deliver(Payloads.message("hello")).await(Eventually.BOUND);
            assertEquals("//192.0.2.1/x", bot.next().path());
        }
    }

    /** Its clock stands still: whoever answers late would be sent the same again. */
    private SlackSimulator start(RequestUrls urls) {
        return SlackSimulator.start(
                SimulatorSettings.DEFAULT.withRequestUrl(bot.url()).withRequestUrls(urls), new ManualTimeline());
    }

    private static RequestUrls urls(String manifest) {
        SourceFile file = new SourceFile("manifest.yaml", manifest);
        return RequestUrls.of(new Manifest(file, DocumentReader.read(file)));
    }
}
