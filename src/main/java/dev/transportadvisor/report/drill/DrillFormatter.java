package dev.transportadvisor.report.drill;

import dev.transportadvisor.drill.DrillReport;

/** Puts what came of a drill into a format. */
public interface DrillFormatter {

    String format(DrillReport report);
}
