package dev.transportadvisor.cli.drill;

import dev.transportadvisor.report.drill.DrillFormatter;
import dev.transportadvisor.report.drill.JUnitDrillFormatter;
import dev.transportadvisor.report.drill.JsonDrillFormatter;
import dev.transportadvisor.report.drill.MarkdownDrillFormatter;
import dev.transportadvisor.report.drill.TextDrillFormatter;
import dev.transportadvisor.report.format.Style;

/** The formats in which {@code drill} reports. */
enum DrillFormat {
    TEXT,
    JSON,
    JUNIT,
    MARKDOWN;

    DrillFormatter formatter(Style style) {
        return switch (this) {
            case TEXT -> new TextDrillFormatter(style);
            case JSON -> new JsonDrillFormatter();
            case JUNIT -> new JUnitDrillFormatter();
            case MARKDOWN -> new MarkdownDrillFormatter();
        };
    }
}
