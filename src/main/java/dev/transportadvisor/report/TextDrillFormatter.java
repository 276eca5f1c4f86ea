package dev.transportadvisor.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.ScenarioResult;
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
                + Paragraph.indented("", "Times are milliseconds from a request to its answer; deaf is how many seconds"
                        + " nothing reached the bot.")
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
                        left("Transport", row -> row.transport().word()),
                        left("Result", row -> DrillWords.status(row.status())),
                        right("p50", row -> DrillWords.percentile(row.measurement(), 50)),
                        right("p95", row -> DrillWords.percentile(row.measurement(), 95)),
                        right("max", row -> DrillWords.percentile(row.measurement(), 100)),
                        right("handled", row -> handling(row, Measurement.Handling::handled)),
                        right("twice", row -> handling(row, Measurement.Handling::duplicates)),
                        right("lost", row -> handling(row, Measurement.Handling::lost)),
                        right("deaf", row -> DrillWords.deaf(row.measurement()))));
        return table.lines().map(String::stripTrailing).collect(Collectors.joining("\n")) + "\n";
    }

    private static String handling(ScenarioResult row, Function<Measurement.Handling, Integer> part) {
        return row.measurement().handling().map(part).map(String::valueOf).orElse("");
    }

    private static com.github.freva.asciitable.ColumnData<ScenarioResult> left(
            String header, Function<ScenarioResult, String> content) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT).with(content);
    }

    private static com.github.freva.asciitable.ColumnData<ScenarioResult> right(
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
