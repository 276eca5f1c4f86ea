package dev.transportadvisor.report.drill;

import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.Measurement;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.report.format.Markdown;
import dev.transportadvisor.source.Quoted;
import java.util.stream.Collectors;

/** A drill for a page, such as the summary of a CI job. */
public final class MarkdownDrillFormatter implements DrillFormatter {

    @Override
    public String format(DrillReport report) {
        return "# Drill of " + Markdown.escape(Quoted.visible(report.bot())) + "\n\n"
                + DrillWords.summary(report) + "\n\n"
                + "| scenario | transport | result | p50 ms | p95 ms | max ms | handled | twice | lost | deaf s |\n"
                + "|---|---|---|--:|--:|--:|--:|--:|--:|--:|\n"
                + report.results().stream().map(MarkdownDrillFormatter::row).collect(Collectors.joining())
                + comparison(report)
                + shares(report)
                + section("Failed", report, ScenarioResult.Status.FAILED)
                + differences(report)
                + section("Skipped", report, ScenarioResult.Status.SKIPPED);
    }

    private static String row(ScenarioResult result) {
        Measurement measured = result.measurement();
        return "| " + String.join(" | ",
                result.scenario().id(),
                result.transport().word(),
                DrillWords.status(result.status()),
                DrillWords.percentile(measured, 50),
                DrillWords.percentile(measured, 95),
                DrillWords.percentile(measured, 100),
                DrillWords.handling(measured, Measurement.Handling::handled),
                DrillWords.handling(measured, Measurement.Handling::duplicates),
                DrillWords.handling(measured, Measurement.Handling::lost),
                DrillWords.deaf(measured)) + " |\n";
    }

    private static String comparison(DrillReport report) {
        return report.comparison().compared() == 0
                ? ""
                : "| " + DrillWords.COMPARISON + " | both | " + DrillWords.status(report.comparison())
                        + " |  |  |  |  |  |  |  |\n";
    }

    private static String shares(DrillReport report) {
        String items = report.results().stream()
                .filter(result -> !DrillWords.shares(result).isEmpty())
                .map(result -> "* **" + result.scenario().id() + "** over " + result.transport().word() + ": "
                        + DrillWords.shares(result) + "\n")
                .collect(Collectors.joining());
        return items.isEmpty() ? "" : "\n## " + DrillWords.SHARES + "\n\n" + items;
    }

    private static String section(String title, DrillReport report, ScenarioResult.Status status) {
        String items = report.results().stream()
                .filter(result -> result.status() == status)
                .map(result -> item(result))
                .collect(Collectors.joining());
        return items.isEmpty() ? "" : "\n## " + title + "\n\n" + items;
    }

    private static String item(ScenarioResult result) {
        String remedy = result.status() == ScenarioResult.Status.FAILED
                ? " " + Markdown.escape(result.advice().why()) + " **What to do:** "
                        + result.advice().remedy() + " (<" + result.advice().source() + ">)"
                : "";
        return "* **" + result.scenario().id() + "** over " + result.transport().word() + ": "
                + Markdown.escape(result.reason()) + remedy + "\n";
    }

    private static String differences(DrillReport report) {
        String items = report.comparison().differences().stream()
                .map(difference -> "* " + difference.scenario().id() + ", only over "
                        + difference.onlyOver().word() + ": " + Markdown.code(difference.effect()) + "\n")
                .collect(Collectors.joining());
        return items.isEmpty() ? "" : "\n## Different over the two transports\n\n" + items;
    }
}
