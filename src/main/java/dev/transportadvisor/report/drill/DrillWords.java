package dev.transportadvisor.report.drill;

import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.source.Quoted;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all formats say about a drill in the same words. */
final class DrillWords {

    /** The name of the comparison among the scenarios. */
    static final String COMPARISON = "same-effect";

    private DrillWords() {}

    static String status(Comparison comparison) {
        return status(
                comparison.differences().isEmpty() ? ScenarioResult.Status.PASSED : ScenarioResult.Status.FAILED);
    }

    /** A part of what became of events; empty where nothing had to be handled. */
    static String handling(Measurement measurement, Function<Measurement.Handling, Integer> part) {
        return measurement.handling().map(part).map(String::valueOf).orElse("");
    }

    /** A result as it stands in a table. */
    static String status(ScenarioResult.Status status) {
        return switch (status) {
            case PASSED -> "ok";
            case FAILED -> "FAILED";
            case SKIPPED -> "skipped";
            case NOT_APPLICABLE -> "-";
        };
    }

    /** Milliseconds; empty without answers. */
    static String percentile(Measurement measurement, int percent) {
        return measurement.answers().isEmpty() ? "" : String.valueOf(millis(measurement, percent));
    }

    /** Rounded up, since nothing takes no time. */
    static long millis(Measurement measurement, int percent) {
        return (measurement.percentile(percent).orElse(Duration.ZERO).toNanos() + 999_999) / 1_000_000;
    }

    /** Seconds with one decimal; empty where it was not measured. */
    static String deaf(Measurement measurement) {
        return measurement.deaf()
                .map(time -> String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0))
                .orElse("");
    }

    /** The title of what each replica got and did. */
    static final String SHARES = "Replicas: deliveries that each got / effects that it had";

    /** What each of several replicas got and did; empty for one alone. */
    static String shares(ScenarioResult result) {
        return result.measurement().shares().stream()
                .map(share -> share.replica() + " " + share.deliveries() + "/" + share.effects())
                .collect(Collectors.joining(", "));
    }

    static String sentence(Comparison.Difference difference) {
        return difference.scenario().id() + ", only over " + difference.onlyOver().word() + ": "
                + Quoted.visible(difference.effect());
    }

    /** How it went over each transport, and whether the transports differ. */
    static String summary(DrillReport report) {
        return report.transports().stream()
                        .map(transport -> summary(report, transport))
                        .collect(Collectors.joining(" "))
                + comparison(report);
    }

    private static String summary(DrillReport report, Transport transport) {
        long passed = count(report, transport, ScenarioResult.Status.PASSED);
        long failed = count(report, transport, ScenarioResult.Status.FAILED);
        long skipped = count(report, transport, ScenarioResult.Status.SKIPPED);
        String outcome = passed + failed == 0
                ? "no scenario was played"
                : passed + " of " + (passed + failed) + (passed + failed == 1 ? " scenario" : " scenarios") + " passed";
        return "Over " + transport.word() + ", " + outcome + (skipped == 0 ? "" : ", " + skipped + " skipped") + ".";
    }

    private static String comparison(DrillReport report) {
        if (report.comparison().compared() == 0) {
            return "";
        }
        return report.comparison().differences().isEmpty()
                ? " The bot does the same over both."
                : " The bot does not do the same over both.";
    }

    private static long count(DrillReport report, Transport transport, ScenarioResult.Status status) {
        return report.results().stream()
                .filter(result -> result.transport() == transport && result.status() == status)
                .count();
    }
}
