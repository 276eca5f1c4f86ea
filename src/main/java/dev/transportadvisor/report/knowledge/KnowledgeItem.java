package dev.transportadvisor.report.knowledge;

import java.util.List;

/**
 * One thing that is known, as it is listed and explained.
 *
 * @param details what there is to say beyond the summary, a paragraph each
 * @param source where it can be read up; empty if it says so itself
 * @param place file, line and column; empty for what no file defines
 * @param samples texts that show what is meant
 */
public record KnowledgeItem(
        String id,
        KnowledgeKind kind,
        String summary,
        List<String> details,
        String source,
        String place,
        List<Sample> samples) {

    /**
     * A text as it stands in a file or on a terminal.
     *
     * @param name short, in kebab case
     * @param title what it shows, without a full stop
     */
    public record Sample(String name, String title, String text) {}

    public KnowledgeItem {
        details = List.copyOf(details);
        samples = List.copyOf(samples);
    }

    KnowledgeItem(String id, KnowledgeKind kind, String summary, List<String> details, String source, String place) {
        this(id, kind, summary, details, source, place, List.of());
    }
}
