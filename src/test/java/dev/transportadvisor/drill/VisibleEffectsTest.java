package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.simulator.SimulatorSettings;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls to Slack belong to which event. */
class VisibleEffectsTest {

    private final ManualTimeline timeline = new ManualTimeline();
    private final SlackSimulator slack = SlackSimulator.start(
            SimulatorSettings.DEFAULT.withRequestUrl(URI.create("http://127.0.0.1:9/slack/events")), timeline);
    private final DrillPayloads payloads = new DrillPayloads(AppFeatures.UNKNOWN);
    private final SentPayloads sent = new SentPayloads();
    private final ExecutorService callers = Executors.newSingleThreadExecutor();
    private final VisibleEffects effects = new VisibleEffects(slack.journal(), sent);

    @AfterEach
    void close() {
        callers.shutdownNow();
        slack.close();
    }

    @Test
    void aCallBelongsToTheEventWhoseChannelOrUserItNames() throws Exception {
        send(2);
        post("C0DRILL000002", "Hello <@U0DRILL000002>");
        assertEquals(new Measurement.Handling(1, 0, 1), effects.handling());
        post("C0DRILL000001", "Hello <@U0DRILL000001>");
        assertEquals(new Measurement.Handling(2, 0, 0), effects.handling());
        assertEquals(1, effects.distinct().size());
    }

    @Test
    void theSameCallAgainIsADuplicateAndAnotherOneIsNot() throws Exception {
        send(1);
        post("C0DRILL000001", "one");
        post("C0DRILL000001", "two");
        assertEquals(new Measurement.Handling(1, 0, 0), effects.handling());
        post("C0DRILL000001", "two");
        assertEquals(new Measurement.Handling(1, 1, 0), effects.handling());
    }

    @Test
    void aCallThatNamesNobodyBelongsToTheFirstEventThatWaits() throws Exception {
        send(2);
        post("C0SIMCHAN", "Somebody called.");
        assertEquals(new Measurement.Handling(1, 0, 1), effects.handling());
        post("C0SIMCHAN", "Somebody called.");
        assertEquals(new Measurement.Handling(2, 0, 0), effects.handling());
        post("C0SIMCHAN", "Somebody called.");
        assertEquals(new Measurement.Handling(2, 1, 0), effects.handling());
    }

    @Test
    void aCallAboutAnEarlierScenarioDoesNotCount() throws Exception {
        payloads.next(DrillPayloads.Kind.EVENT); // of the scenario before
        send(1);
        post("C0DRILL000001", "Late");
        assertEquals(new Measurement.Handling(0, 0, 1), effects.handling());
        assertEquals(Set.of(), effects.distinct());
    }

    @Test
    void aCallThatIsAnsweredAfterTheEndOfItsProcessDoesNotCount() throws Exception {
        send(3);
        post("C0DRILL000001", "In time");
        slack.faults().next(1, "chat.postMessage", new Fault.Delayed(Duration.ofSeconds(2)));
        Future<?> late = callers.submit(() -> {
            post("C0DRILL000002", "Too late");
            return null;
        });
        Eventually.holds("it waits", () -> timeline.hasAlarmIn(Duration.ofSeconds(2)));
        effects.ended("");
        post("C0DRILL000003", "As soon as it runs again");
        timeline.advance(Duration.ofSeconds(2));
        late.get();
        assertEquals(new Measurement.Handling(2, 0, 1), effects.handling());
        post("C0DRILL000002", "Again");
        assertEquals(new Measurement.Handling(3, 0, 0), effects.handling());
    }

    @Test
    void whatOnlyLooksSomethingUpIsNoEffect() throws Exception {
        send(1);
        call("users.info", "{\"user\":\"U0DRILL000001\"}");
        call("auth.test", "{}");
        assertEquals(new Measurement.Handling(0, 0, 1), effects.handling());
    }

    /** Many bots answer every request with a JSON that says no more than ok. */
    @Test
    void whatAnswersAnEventIsNoEffectSinceSlackDoesNotLookAtIt() {
        Delivery event = acknowledged(Payloads.appMention("hello"), "{\"ok\":true}");
        sent.handle(1, event);
        assertEquals(new Measurement.Handling(0, 0, 1), effects.handling());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"Done\"}", "Done"})
    void whatAnswersACommandIsAnEffect(String answer) {
        sent.handle(1, acknowledged(Payloads.slashCommand("/x", ""), answer));
        assertEquals(new Measurement.Handling(1, 0, 0), effects.handling());
        assertEquals(Set.of("reply {\"text\":\"Done\"}"), effects.distinct());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\":\"Try /x help\"} | 1", "{\"ok\":true} | 0", "OK | 0"})
    void whoAnswersTheCheckOfACertificateWithAMessageHasRunACommand(String answer, int effects) {
        sent.acknowledge(acknowledged(slack::sslCheck, answer));
        assertEquals(effects, this.effects.all().size());
    }

    private Delivery acknowledged(Payload payload, String answer) {
        return acknowledged(() -> slack.deliver(payload), answer);
    }

    /** Sent to a bot that answers every request with this. */
    private Delivery acknowledged(Supplier<Delivery> sending, String answer) {
        try (ServerSocket bot = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            slack.useEventsApi(URI.create("http://127.0.0.1:" + bot.getLocalPort() + "/"));
            Delivery delivery = sending.get();
            try (Socket client = bot.accept()) {
                readHead(client);
                client.getOutputStream().write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                        + answer.length() + "\r\n\r\n" + answer).getBytes(StandardCharsets.UTF_8));
                assertEquals(Delivery.State.ACKNOWLEDGED, delivery.await(Duration.ofSeconds(60)));
            }
            return delivery;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readHead(Socket client) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        while (!request.readLine().isEmpty()) {}
    }

    private void send(int times) {
        for (int i = 0; i < times; i++) {
            DrillPayloads.Numbered next = payloads.next(DrillPayloads.Kind.EVENT);
            sent.own(next.number());
            Delivery delivery = slack.deliver(next.payload());
            sent.handle(next.number(), delivery);
        }
    }

    private void post(String channel, String text) throws IOException, InterruptedException {
        call("chat.postMessage", "{\"channel\":\"" + channel + "\",\"text\":\"" + text + "\"}");
    }

    private void call(String method, String arguments) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
                .header("Authorization", "Bearer " + slack.environment().get("SLACK_BOT_TOKEN"))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(arguments))
                .build();
        assertEquals(200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
    }
}
