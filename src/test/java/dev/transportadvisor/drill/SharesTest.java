package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each of several replicas got and did, where the way in which it reacts does not name it. */
class SharesTest {

    private static final AppFeatures APP = new AppFeatures(List.of(), List.of("/go"), RequestUrls.NONE);

    @Test
    void anEffectWithoutANameIsOfTheReplicaThatAcknowledgedWhatLedToIt() {
        try (Session session = new Session(plan(), Transport.EVENTS_API, 1, note -> {}, new ManualTimeline());
                HttpBot first = replica(session, 0, "{\"text\":\"Done\"}");
                HttpBot second = replica(session, 1, "");
                ScenarioRun run = new ScenarioRun(session, new DrillPayloads(APP))) {
            Steps.read("{do: send, what: command, times: 3}").play(run);
            Steps.read("{do: acknowledged, within: 60 s}").play(run);
            assertEquals(List.of(first.url(), second.url(), first.url()), ways(session));
            assertEquals(List.of(share(1, 2, 2), share(2, 1, 0)), shares(run));

            Delivery toSecond = session.slack().deliveries().get(1);
            String later = toSecond.payload().body().path("response_url").asString();
            WebClient.of(session.slack()).post(later, "application/json", "{\"text\":\"Done, too\"}");
            assertEquals(List.of(share(1, 2, 2), share(2, 1, 1)), shares(run));
        }
    }

    /** Where each delivery went. */
    private static List<URI> ways(Session session) {
        return session.slack().deliveries().stream()
                .map(delivery -> URI.create(delivery.attempts().get(0).via()))
                .toList();
    }

    private static List<Measurement.Share> shares(ScenarioRun run) {
        return run.session().shares(run.sent(), run.effects());
    }

    private static Measurement.Share share(int replica, int deliveries, int effects) {
        return new Measurement.Share("replica-" + replica, deliveries, effects);
    }

    /** On the port of the replica; it answers everything with this. */
    private static HttpBot replica(Session session, int index, String answer) {
        int port = session.replicas().get(index).onPort("/").getPort();
        return new HttpBot(port, request -> new HttpBot.Response(200, Map.of(), answer));
    }

    private static DrillPlan plan() {
        return new DrillPlan(
                "bot",
                new BotCommand(List.of("true"), Path.of("."), Map.of()),
                APP,
                Set.of(Transport.EVENTS_API),
                List.of(),
                new AdviceBook(Map.of(), List.of()),
                Optional.empty(),
                "/slack/events",
                0,
                2,
                Duration.ofSeconds(1));
    }
}
