package dev.transportadvisor.report.knowledge;

import java.util.List;

/** Renders what is known. */
public interface KnowledgeFormatter {

    /** One line or object for each item. */
    String list(List<KnowledgeItem> items);

    /** Everything about the items, which one word names. */
    String explain(List<KnowledgeItem> items);
}
