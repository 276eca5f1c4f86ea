package dev.transportadvisor.report;

import dev.transportadvisor.diagnostic.Diagnostic;
import java.util.List;

/** Renders findings, which come sorted. */
public interface DiagnosticFormatter {

    /** @param files how many files were checked */
    String format(List<Diagnostic> findings, int files);
}
