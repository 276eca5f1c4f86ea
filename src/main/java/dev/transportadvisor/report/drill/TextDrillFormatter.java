package dev.transportadvisor.report.drill;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.source.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A drill for a person: one table, and below it what failed and what to do about it. */
public final class TextDrillFormatter implements DrillFormatter {

    private static final List<String> HEADERS =
            List.of("Scenario", "Over", "Result", "p50", "p95", "max", "done", "twice", "lost", "deaf");

    /** So many columns hold words, and the others numbers. */
    private static final int WORDS = 3;

    private final Style style;

    public TextDrillFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String format(DrillReport report) {
        return style.strong("Drill of " + Quoted.visible(report.bot())) + "\n\n" + table(report) + "\n"
                + Paragraph.indented("", "p50, p95 and max: milliseconds from a request to its answer. done, twice,"
                        + " lost: what was handled, handled again, never handled. deaf: seconds in which nothing"
                        + " reached the bot.")
                + shares(report)
                + failures(report)
                + differences(report.comparison())
                + skipped(report)
                + "\n" + Paragraph.indented("", DrillWords.summary(report));
    }

    private static String table(DrillReport report) {
        List<List<String>> rows = new ArrayList<>(
                report.results().stream().map(TextDrillFormatter::row).toList());
        if (report.comparison().compared() > 0) {
            rows.add(List.of(DrillWords.COMPARISON, "both", DrillWords.status(report.comparison())));
        }
        List<ColumnData<List<String>>> columns =
                IntStream.range(0, HEADERS.size()).mapToObj(TextDrillFormatter::column).toList();
        return AsciiTable.getTable(AsciiTable.NO_BORDERS, rows, columns)
                .lines()
                .map(line -> line.substring(1).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static ColumnData<List<String>> column(int index) {
        HorizontalAlign align = index < WORDS ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
        return new Column()
                .header(HEADERS.get(index))
                .headerAlign(align)
                .dataAlign(align)
                .with(row -> index < row.size() ? row.get(index) : "");
    }

    private static List<String> row(ScenarioResult result) {
        Measurement measured = result.measurement();
        return List.of(
                result.scenario().id(),
                shortly(result.transport()),
                DrillWords.status(result.status()),
                shortly(measured, 50),
                shortly(measured, 95),
                shortly(measured, 100),
                DrillWords.handling(measured, Measurement.Handling::handled),
                DrillWords.handling(measured, Measurement.Handling::duplicates),
                DrillWords.handling(measured, Measurement.Handling::lost),
                DrillWords.deaf(measured));
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

    private String shares(DrillReport report) {
        Stream<String> items = report.results().stream()
                .filter(result -> !DrillWords.shares(result).isEmpty())
                .map(result -> Paragraph.bullet(over(result) + ": " + DrillWords.shares(result)));
        return section(DrillWords.SHARES, items, "");
    }

    private String failures(DrillReport report) {
        return section("Failed", of(report, ScenarioResult.Status.FAILED).map(this::failure), "\n");
    }

    private String failure(ScenarioResult result) {
        return "  " + over(result) + "\n"
                + Paragraph.indented("    ", result.reason())
                + Paragraph.indented("    ", "Why it matters: " + result.advice().why())
                + Paragraph.indented("    ", "What to do: " + result.advice().remedy())
                + "    " + style.faint(result.advice().source()) + "\n";
    }

    private String differences(Comparison comparison) {
        Stream<String> items =
                comparison.differences().stream().map(DrillWords::sentence).map(Paragraph::bullet);
        return section("Different over the two transports", items, "");
    }

    /** What was skipped for one reason is told in one item. */
    private String skipped(DrillReport report) {
        Map<String, List<ScenarioResult>> byReason = of(report, ScenarioResult.Status.SKIPPED)
                .collect(Collectors.groupingBy(
                        result -> " over " + result.transport().word() + ": " + result.reason(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Stream<String> items = byReason.entrySet().stream()
                .map(skipped -> Paragraph.bullet(ids(skipped.getValue()) + skipped.getKey()));
        return section("Skipped", items, "");
    }

    private static String ids(List<ScenarioResult> results) {
        return results.stream().map(result -> result.scenario().id()).collect(Collectors.joining(", "));
    }

    private static Stream<ScenarioResult> of(DrillReport report, ScenarioResult.Status status) {
        return report.results().stream().filter(result -> result.status() == status);
    }

    private static String over(ScenarioResult result) {
        return result.scenario().id() + " over " + result.transport().word();
    }

    private String section(String title, Stream<String> items, String between) {
        String body = items.collect(Collectors.joining(between));
        return body.isEmpty() ? "" : "\n" + style.strong(title) + "\n" + body;
    }
}
