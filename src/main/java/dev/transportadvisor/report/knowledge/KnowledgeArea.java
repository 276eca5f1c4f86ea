package dev.transportadvisor.report.knowledge;

import java.util.List;

/** A part of what is known. */
public interface KnowledgeArea {

    /** Everything in it, in short. */
    List<KnowledgeItem> all();

    /** What a word names, at length; none if nothing is called so. */
    default List<KnowledgeItem> about(String word) {
        return all().stream().filter(item -> item.isCalled(word)).toList();
    }
}
