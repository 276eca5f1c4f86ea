package dev.transportadvisor.cli.recommend;

import dev.transportadvisor.report.format.Style;
import dev.transportadvisor.report.recommendation.FullTextRecommendationFormatter;
import dev.transportadvisor.report.recommendation.HtmlRecommendationFormatter;
import dev.transportadvisor.report.recommendation.JsonRecommendationFormatter;
import dev.transportadvisor.report.recommendation.MarkdownRecommendationFormatter;
import dev.transportadvisor.report.recommendation.RecommendationFormatter;
import dev.transportadvisor.report.recommendation.SvgRecommendationFormatter;
import dev.transportadvisor.report.recommendation.TextRecommendationFormatter;

/** The formats in which {@code recommend} reports. */
enum RecommendFormat {
    TEXT,
    JSON,
    MARKDOWN,
    SVG,
    HTML;

    /** The formatter of a report with all its reasons, where the format has a shorter one. */
    RecommendationFormatter explaining(Style style) {
        return this == TEXT ? new FullTextRecommendationFormatter(style) : formatter(style);
    }

    RecommendationFormatter formatter(Style style) {
        return switch (this) {
            case TEXT -> new TextRecommendationFormatter(style);
            case JSON -> new JsonRecommendationFormatter();
            case MARKDOWN -> new MarkdownRecommendationFormatter();
            case SVG -> new SvgRecommendationFormatter();
            case HTML -> new HtmlRecommendationFormatter();
        };
    }
}
