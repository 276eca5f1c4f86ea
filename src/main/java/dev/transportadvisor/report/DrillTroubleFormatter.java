package dev.transportadvisor.report;

import dev.transportadvisor.drill.DrillException;
import java.util.stream.Collectors;

/** Why a bot could not be drilled, with the last that it said. */
public final class DrillTroubleFormatter {

    private DrillTroubleFormatter() {}

    public static String format(DrillException trouble) {
        String log = trouble.log().stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
        return "error: " + trouble.getMessage() + "\n"
                + (log.isEmpty() ? "It printed nothing.\n" : "The last that it printed:\n" + log);
    }
}
