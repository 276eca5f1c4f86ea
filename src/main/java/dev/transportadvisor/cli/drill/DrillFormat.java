package dev.transportadvisor.cli.drill;

import dev.transportadvisor.report.DrillFormatter;
import dev.transportadvisor.report.JUnitDrillFormatter;
import dev.transportadvisor.report.JsonDrillFormatter;
import dev.transportadvisor.report.MarkdownDrillFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextDrillFormatter;

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
