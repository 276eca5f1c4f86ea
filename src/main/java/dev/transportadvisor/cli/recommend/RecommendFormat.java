package dev.transportadvisor.cli.recommend;

import dev.transportadvisor.report.JsonRecommendationFormatter;
import dev.transportadvisor.report.MarkdownRecommendationFormatter;
import dev.transportadvisor.report.RecommendationFormatter;
import dev.transportadvisor.report.Style;
import dev.transportadvisor.report.TextRecommendationFormatter;

/** The formats in which {@code recommend} reports. */
enum RecommendFormat {
    TEXT,
    JSON,
    MARKDOWN;

    RecommendationFormatter formatter(Style style) {
        return switch (this) {
            case TEXT -> new TextRecommendationFormatter(style);
            case JSON -> new JsonRecommendationFormatter();
            case MARKDOWN -> new MarkdownRecommendationFormatter();
        };
    }
}
