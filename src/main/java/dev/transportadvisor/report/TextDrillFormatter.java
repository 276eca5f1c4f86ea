package dev.transportadvisor.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A drill for a person: one table, and below it what failed and what to do about it. */
public final class TextDrillFormatter implements DrillFormatter {

    private final Style style;

    public TextDrillFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String format(DrillReport report) {
        return style.strong("Drill of " + report.bot()) + "\n\n" + table(report) + "\n"
                + Paragraph.indented("", "p50, p95 and max: milliseconds from a request to its answer. done, twice, lost:"
                        + " what was handled, handled again, never handled. deaf: seconds in which nothing reached the"
                        + " bot.")
                + failures(report)
                + differences(report.comparison())
                + skipped(report)
                + "\n" + Paragraph.indented("", DrillWords.summary(report));
    }

    private static String table(DrillReport report) {
        List<ScenarioResult> rows = report.results();
        String table = AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                rows,
                List.of(
                        left("Scenario", row -> row.scenario().id()),
                        left("Over", row -> shortly(row.transport())),
                        left("Result", row -> DrillWords.status(row.status())),
                        right("p50", row -> shortly(row.measurement(), 50)),
                        right("p95", row -> shortly(row.measurement(), 95)),
                        right("max", row -> shortly(row.measurement(), 100)),
                        right("done", row -> handling(row, Measurement.Handling::handled)),
                        right("twice", row -> handling(row, Measurement.Handling::duplicates)),
                        right("lost", row -> handling(row, Measurement.Handling::lost)),
                        right("deaf", row -> DrillWords.deaf(row.measurement()))));
        return table.lines().map(line -> line.substring(1).stripTrailing()).collect(Collectors.joining("\n")) + "\n";
    }

    /** In six columns of the eighty that a terminal has. */
    private static String shortly(Transport transport) {
        return switch (transport) {
            case SOCKET_MODE -> "socket";
            case EVENTS_API -> "events";
        };
    }

    /** In four columns: from ten seconds on, the milliseconds tell nothing. */
    private static String shortly(Measurement measurement, int percent) {
        String millis = DrillWords.percentile(measurement, percent);
        return millis.length() > 4 ? millis.substring(0, millis.length() - 3) + " s" : millis;
    }

    private static String handling(ScenarioResult row, Function<Measurement.Handling, Integer> part) {
        return row.measurement().handling().map(part).map(String::valueOf).orElse("");
    }

    private static ColumnData<ScenarioResult> left(
            String header, Function<ScenarioResult, String> content) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT).with(content);
    }

    private static ColumnData<ScenarioResult> right(
            String header, Function<ScenarioResult, String> content) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT).with(content);
    }

    private String failures(DrillReport report) {
        List<String> failures = new ArrayList<>();
        for (ScenarioResult result : report.results()) {
            if (result.status() == ScenarioResult.Status.FAILED) {
                failures.add("  " + result.scenario().id() + " over " + result.transport().word() + "\n"
                        + Paragraph.indented("    ", result.reason())
                        + Paragraph.indented("    ", "Why it matters: " + result.scenario().why())
                        + Paragraph.indented("    ", "What to do: " + result.scenario().remedy())
                        + "    " + style.faint(result.scenario().source()) + "\n");
            }
        }
        return failures.isEmpty() ? "" : "\n" + style.strong("Failed") + "\n" + String.join("\n", failures);
    }

    private String differences(Comparison comparison) {
        if (comparison.differences().isEmpty()) {
            return "";
        }
        return "\n" + style.strong("Different over the two transports") + "\n"
                + comparison.differences().stream()
                        .map(difference -> Paragraph.hanging("  - ", "    ", DrillWords.sentence(difference)))
                        .collect(Collectors.joining());
    }

    private String skipped(DrillReport report) {
        String lines = report.results().stream()
                .filter(result -> result.status() == ScenarioResult.Status.SKIPPED)
                .map(result -> Paragraph.hanging(
                        "  - ",
                        "    ",
                        result.scenario().id() + " over " + result.transport().word() + ": " + result.reason()))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n" + style.strong("Skipped") + "\n" + lines;
    }
}
