package dev.transportadvisor.report.recommendation;

/** Renders a recommendation. */
public interface RecommendationFormatter {

    /** The whole report, ending in a line break. */
    String format(Advice advice);
}
