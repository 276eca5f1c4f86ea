package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.DiagnosticReport;
import java.io.IOException;
import java.io.Writer;

/** Renders findings. */
public interface DiagnosticFormatter {

    /**
     * Writes as it goes: the report of many files need not fit into memory.
     *
     * @throws IOException if it cannot be written
     */
    void write(DiagnosticReport report, Writer out) throws IOException;
}
