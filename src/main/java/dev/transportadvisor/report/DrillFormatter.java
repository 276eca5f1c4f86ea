package dev.transportadvisor.report;

import dev.transportadvisor.drill.DrillReport;

/** Puts what came of a drill into a format. */
public interface DrillFormatter {

    String format(DrillReport report);
}
