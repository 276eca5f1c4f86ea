package dev.transportadvisor.report.drill;

import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.process.DrillException;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** Why a bot could not be drilled, with the last that it said. */
public final class DrillTroubleFormatter {

    private DrillTroubleFormatter() {}

    public static String format(DrillException trouble) {
        return "error: " + Quoted.visible(trouble.getMessage()) + "\n"
                + trouble.log().map(DrillTroubleFormatter::printed).orElse("");
    }

    /** Why every scenario was skipped. */
    public static String nothingPlayed(DrillReport report) {
        String reasons = report.results().stream()
                .map(ScenarioResult::reason)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return "error: No scenario could be played, so nothing is proved. " + reasons + "\n";
    }

    private static String printed(List<String> log) {
        String lines = log.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
        return lines.isEmpty() ? "It printed nothing.\n" : "The last that it printed:\n" + lines;
    }
}
