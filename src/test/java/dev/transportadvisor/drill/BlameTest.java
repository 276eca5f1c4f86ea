package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.simulator.SlackSimulator;
import dev.transportadvisor.simulator.app.RequestUrls;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.events.HttpBot;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.socket.SocketBot;
import dev.transportadvisor.simulator.time.Eventually;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.simulator.web.WebClient;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of a bot decides what is blamed; the bots here are one answer each. */
class BlameTest {

    private static final AppFeatures APP = new AppFeatures(List.of("app_mention"), List.of("/go"), RequestUrls.NONE);

    /** It does not move by itself: a machine that is busy answers late, and would be blamed. */
    private final ManualTimeline timeline = new ManualTimeline();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"401, SIGNATURE", "404, PATH", "307, REDIRECT", "500, CRASH", "415, NOT_UNDERSTOOD"})
    void theStatusTellsTheCause(int status, Cause cause) {
        try (HttpBot bot = new HttpBot(request -> HttpBot.Response.of(status));
                Session session = session(Transport.EVENTS_API)) {
            session.slack().useEventsApi(bot.url());
            Failed failed = failed(session, "{do: send, what: command}", "{do: acknowledged, within: 60 s}");
            assertEquals("1 of 1 was not acknowledged (/go: HTTP " + status + ").", failed.getMessage());
            assertEquals(Optional.of(cause), failed.symptom().map(Symptom::cause));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com/, a redirect to another machine",
        "/again, more redirects than Slack follows",
        "'', a redirect without an address",
    })
    void aRedirectThatSlackCannotFollowIsAProxys(String location, String seen) {
        try (HttpBot bot = new HttpBot(request -> new HttpBot.Response(302, Map.of("Location", location), ""));
                Session session = session(Transport.EVENTS_API)) {
            session.slack().useEventsApi(bot.url());
            Failed failed = failed(session, "{do: send, what: command}", "{do: acknowledged, within: 60 s}");
            assertEquals("1 of 1 was not acknowledged (/go: " + seen + ").", failed.getMessage());
            assertEquals(Optional.of(Cause.REDIRECT), failed.symptom().map(Symptom::cause));
        }
    }

    @Test
    void anAnswerOfMoreThanAMebibyteIsNoMessage() {
        String log = "x".repeat((1 << 20) + 1);
        try (HttpBot bot = new HttpBot(request -> new HttpBot.Response(200, Map.of(), log));
                Session session = session(Transport.EVENTS_API)) {
            session.slack().useEventsApi(bot.url());
            Failed failed = failed(session, "{do: send, what: command}", "{do: acknowledged, within: 60 s}");
            assertEquals(Optional.of(Cause.ENDLESS_ANSWER), failed.symptom().map(Symptom::cause));
        }
    }

    /** The retries may come while it restarts. */
    @Test
    void whatWasRefusedIsBlamedForThatWhateverComesOfALaterTry() throws Exception {
        try (HttpBot bot = new HttpBot(request -> HttpBot.Response.of(isRetry(request) ? 503 : 307));
                Session session = session(Transport.EVENTS_API);
                ScenarioRun run = new ScenarioRun(session, new DrillPayloads(APP))) {
            session.slack().useEventsApi(bot.url());
            Steps.read("{do: send, what: event}").play(run);
            Delivery event = run.sent().all().get(0);
            retryUntil(() -> failures(event) == 2);
            Failed failed = failed(run, "{do: acknowledged, within: 0 ms, retries: 1}");
            assertEquals("1 of 1 was not acknowledged (app_mention: HTTP 307).", failed.getMessage());
            assertEquals(Optional.of(Cause.REDIRECT), failed.symptom().map(Symptom::cause));
        }
    }

    private static long failures(Delivery delivery) {
        return delivery.attempts().stream()
                .filter(attempt -> attempt.failure().isPresent())
                .count();
    }

    @Test
    void whoEndsTheConnectionInsteadOfAnsweringHasCrashed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Session session = session(Transport.EVENTS_API)) {
            session.slack().useEventsApi(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
            try (ScenarioRun run = new ScenarioRun(session, new DrillPayloads(APP))) {
                Steps.read("{do: send, what: command}").play(run);
                server.accept().close();
                Failed failed = failed(run, "{do: acknowledged, within: 60 s}");
                assertEquals(
                        "1 of 1 was not acknowledged (/go: the connection ended without an answer).",
                        failed.getMessage());
                assertEquals(Optional.of(Cause.CRASH), failed.symptom().map(Symptom::cause));
            }
        }
    }

    @Test
    void whereNobodyListensTheBotIsUnreachable() {
        try (Session session = session(Transport.EVENTS_API)) {
            Failed failed = failed(session, "{do: send, what: command}", "{do: acknowledged, within: 60 s}");
            assertEquals(Optional.of(Cause.UNREACHABLE), failed.symptom().map(Symptom::cause));
        }
    }

    @Test
    void whatIsAcknowledgedOnARetryAndLostWasDroppedForBeingOne() throws Exception {
        try (HttpBot bot = new HttpBot(request -> HttpBot.Response.of(isRetry(request) ? 200 : 503));
                Session session = session(Transport.EVENTS_API);
                ScenarioRun run = new ScenarioRun(session, new DrillPayloads(APP))) {
            session.slack().useEventsApi(bot.url());
            Steps.read("{do: send, what: event, times: 2}").play(run);
            retryUntil(() -> run.sent().all().stream()
                    .allMatch(delivery -> delivery.state() == Delivery.State.ACKNOWLEDGED));
            Failed failed = failed(run, "{do: handled, within: 0 ms}");
            assertEquals(
                    "2 of 2 were lost: all that was lost had been acknowledged on a retry.", failed.getMessage());
            assertEquals(Optional.of(Cause.DROPPED_RETRIES), failed.symptom().map(Symptom::cause));
        }
    }

    /** The first retry comes at once, and the clock does not move by itself. */
    private void retryUntil(BooleanSupplier condition) throws InterruptedException {
        Eventually.holds("tried again", () -> {
            timeline.advance(Duration.ZERO);
            return condition.getAsBoolean();
        });
    }

    private static boolean isRetry(HttpBot.Request request) {
        return request.headers().containsKey("X-slack-retry-num");
    }

    @Test
    void aBotThatHasCalledNobodyIsToldTheLineOfItsFramework() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<groupId>com.slack.api</groupId>");
        try (HttpBot bot = new HttpBot(request -> HttpBot.Response.of(200));
                Session session = session(Transport.EVENTS_API)) {
            session.slack().useEventsApi(bot.url());
            Failed failed = failed(session, "{do: send, what: event}", "{do: handled, within: 0 ms}");
            assertEquals(Optional.of(Cause.NEVER_CALLED), failed.symptom().map(Symptom::cause));
            assertTrue(failed.getMessage().contains(" Bolt for Java: `"), failed.getMessage());
        }
    }

    @Test
    void whereNothingHadAnyEffectNobodyListens() {
        try (HttpBot bot = new HttpBot(request -> HttpBot.Response.of(200));
                Session session = session(Transport.EVENTS_API)) {
            call(session.slack());
            session.slack().useEventsApi(bot.url());
            Failed failed = failed(session, "{do: send, what: event}", "{do: handled, within: 0 ms}");
            assertEquals(Optional.of(Cause.NO_EFFECT), failed.symptom().map(Symptom::cause));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, LATE", "2, SURPLUS_SOCKETS"})
    void socketsThatAnswerNothingAreBlamedWhereThereAreMoreThanProcesses(int sockets, Cause cause) throws Exception {
        List<SocketBot> bots = new ArrayList<>();
        try (Session session = session(Transport.SOCKET_MODE);
                ScenarioRun run = new ScenarioRun(session, new DrillPayloads(APP))) {
            for (int i = 0; i < sockets; i++) {
                bots.add(SocketBot.connect(session.slack(), envelope -> null));
            }
            // Who is let in hears of it before its connection counts.
            Eventually.holds("connected", () -> session.slack().connections().size() == sockets);
            Steps.read("{do: send, what: command}").play(run);
            timeline.advance(Limits.ACKNOWLEDGEMENT);
            Failed failed = failed(run, "{do: acknowledged, within: 0 ms}");
            assertEquals(Optional.of(cause), failed.symptom().map(Symptom::cause), failed.getMessage());
        } finally {
            bots.forEach(SocketBot::close);
        }
    }

    private static void call(SlackSimulator slack) {
        WebClient.of(slack).call("auth.test", Identity.BOT_TOKEN, "");
    }

    /** Plays steps, of which the last one fails. */
    private static Failed failed(Session session, String... steps) {
        try (ScenarioRun run = new ScenarioRun(session, new DrillPayloads(APP))) {
            for (int i = 0; i < steps.length - 1; i++) {
                Steps.read(steps[i]).play(run);
            }
            return failed(run, steps[steps.length - 1]);
        }
    }

    private static Failed failed(ScenarioRun run, String last) {
        Step step = Steps.read(last);
        return assertThrows(Failed.class, () -> step.play(run));
    }

    private Session session(Transport transport) {
        DrillPlan plan = new DrillPlan(
                "bot",
                new BotCommand(List.of("true"), folder, Map.of()),
                APP,
                Set.of(transport),
                List.of(),
                AdviceBook.read(SourceReader.read(Path.of("rules/drill-advice.yaml"))),
                Optional.empty(),
                "/slack/events",
                0,
                1,
                Duration.ofSeconds(1));
        return new Session(plan, transport, 1, note -> {}, timeline);
    }
}
