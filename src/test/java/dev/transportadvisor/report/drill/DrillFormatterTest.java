package dev.transportadvisor.report.drill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.ScenarioResult.Status;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Symptom;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.drill.Verdict;
import dev.transportadvisor.drill.advice.Advice;
import dev.transportadvisor.drill.advice.Cause;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.testing.Golden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One report, with everything that a report can hold, in every format. */
class DrillFormatterTest {

    private static final Scenario BURST = scenario("burst", "Acknowledge before working & <queue> the rest.");
    private static final Scenario CHALLENGE = scenario("challenge", "Answer it.");
    private static final Scenario BUTTON = scenario("button", "Register a listener.");
    private static final Scenario RESTART = scenario("restart-under-load", "Finish first.");

    private static final List<Measurement.Share> SHARES = Stream.of(1, 2, 3)
            .map(number -> new Measurement.Share("replica-" + number, 100 + number, 99))
            .toList();

    private static final DrillReport REPORT = new DrillReport(
            "deploy-bot",
            List.of(Transport.SOCKET_MODE, Transport.EVENTS_API),
            List.of(
                    result(BURST, Transport.SOCKET_MODE, Status.PASSED, "", 500, 0, 0, false),
                    result(BURST, Transport.EVENTS_API, Status.FAILED, "20 of 500 were lost.", 480, 3, 20, false),
                    result(CHALLENGE, Transport.SOCKET_MODE, Status.NOT_APPLICABLE, "", Measurement.NONE),
                    result(CHALLENGE, Transport.EVENTS_API, Status.PASSED, "",
                            answered(Duration.ofNanos(1))),
                    result(BUTTON, Transport.SOCKET_MODE, Status.SKIPPED,
                            "The answer to the command shows no button.", Measurement.NONE),
                    unsigned(BUTTON, Transport.EVENTS_API),
                    result(RESTART, Transport.SOCKET_MODE, Status.PASSED, "", 100, 0, 0, true),
                    result(RESTART, Transport.EVENTS_API, Status.PASSED, "", 100, 0, 0, true)),
            new Comparison(1, List.of(new Comparison.Difference(RESTART, Transport.EVENTS_API,
                    "chat.postMessage {\"text\":\"Hello over HTTP\"}"))));

    private static final Map<String, DrillFormatter> FORMATTERS = Map.of(
            "txt", new TextDrillFormatter(Style.PLAIN),
            "json", new JsonDrillFormatter(),
            "xml", new JUnitDrillFormatter(),
            "md", new MarkdownDrillFormatter());

    @ParameterizedTest
    @ValueSource(strings = {"txt", "json", "xml", "md"})
    void printsTheReport(String format) {
        Golden.assertMatches("drill/report." + format, FORMATTERS.get(format).format(REPORT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt"})
    void fitsATerminalOfEightyColumns(String format) {
        String text = FORMATTERS.get(format).format(REPORT);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    @Test
    void saysThatNothingWasPlayedInsteadOfNoneOfNone() {
        ScenarioResult skipped =
                result(BUTTON, Transport.SOCKET_MODE, Status.SKIPPED, "No button.", Measurement.NONE);
        DrillReport report = new DrillReport(
                "bot", List.of(Transport.SOCKET_MODE), List.of(skipped), new Comparison(0, List.of()));
        String text = FORMATTERS.get("txt").format(report);
        assertTrue(text.endsWith("\nOver socket-mode, no scenario was played, 1 skipped.\n"), text);
    }

    private static ScenarioResult result(
            Scenario scenario, Transport transport, Status status, String reason, int handled, int duplicates, int lost,
            boolean streams) {
        List<Duration> answers = Stream.of(4, 12, 2_999, 12_345).map(Duration::ofMillis).toList();
        Measurement measurement = new Measurement(
                answers,
                Optional.of(new Measurement.Handling(handled, duplicates, lost)),
                streams ? Optional.of(Duration.ofMillis(12_340)) : Optional.empty(),
                streams ? SHARES : List.of());
        return result(scenario, transport, status, reason, measurement);
    }

    private static Measurement answered(Duration time) {
        return new Measurement(List.of(time), Optional.empty(), Optional.empty(), List.of());
    }

    private static ScenarioResult result(
            Scenario scenario, Transport transport, Status status, String reason, Measurement measurement) {
        Verdict verdict = new Verdict(status, reason, Optional.empty());
        return new ScenarioResult(scenario, transport, verdict, scenario.advice(), measurement, new TreeSet<>());
    }

    /** What was seen says more than the scenario, and has an advice of its own. */
    private static ScenarioResult unsigned(Scenario scenario, Transport transport) {
        Symptom symptom = new Symptom(Cause.SIGNATURE, Optional.of(Payload.Kind.SLASH_COMMAND));
        Verdict verdict = new Verdict(Status.FAILED, "1 of 1 was not acknowledged.", Optional.of(symptom));
        Advice advice = new Advice("Slack shows an error.", "Sign the raw bytes.", "https://docs.slack.dev/signing");
        return new ScenarioResult(scenario, transport, verdict, advice, Measurement.NONE, new TreeSet<>());
    }

    private static Scenario scenario(String id, String remedy) {
        return new Scenario(
                id,
                1,
                "It works.",
                new Advice("Otherwise it is lost.", remedy, "https://docs.slack.dev/apis/events-api"),
                Set.of(),
                Set.of(Transport.values()),
                1,
                false,
                20,
                List.of());
    }
}
