package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.DiagnosticReport;

/** Renders findings. */
public interface DiagnosticFormatter {

    String format(DiagnosticReport report);
}
