package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks about: a word as it stands on a screen, in a report or in a file.
 *
 * @param kind what it must be; empty for whatever is called so
 */
public record KnowledgeQuery(Optional<KnowledgeKind> kind, String word) {

    /** Shorter ones stand in too many words. */
    private static final int SHORTEST_PART = 4;

    private static final int MOST_EXAMPLES = 5;

    /** @param text a word, or {@code KIND:ID} */
    public static KnowledgeQuery of(String text) {
        int colon = text.indexOf(':');
        Optional<KnowledgeKind> kind =
                colon < 0 ? Optional.empty() : KnowledgeKind.of(text.substring(0, colon));
        return kind.isEmpty()
                ? new KnowledgeQuery(kind, text)
                : new KnowledgeQuery(kind, text.substring(colon + 1).strip());
    }

    /** What the areas know of it, in the order of the kinds. */
    public List<KnowledgeItem> in(List<KnowledgeArea> areas) {
        return areas.stream()
                .flatMap(area -> area.about(word).stream())
                .filter(item -> kind.stream().allMatch(item.kind()::equals))
                .toList();
    }

    /** A sentence for a word that names nothing, with what may have been meant: only what is very near. */
    public String unknown(List<KnowledgeArea> areas) {
        List<KnowledgeItem> known = areas.stream()
                .flatMap(area -> area.all().stream())
                .filter(item -> kind.stream().allMatch(item.kind()::equals))
                .toList();
        List<String> ids = known.stream().map(KnowledgeItem::id).distinct().toList();
        List<String> names =
                known.stream().flatMap(item -> item.names().stream()).distinct().toList();
        String what = kind.map(only -> "No " + only.word()).orElse("Nothing");
        return what + " is called " + Quoted.of(word) + "."
                + near(ids)
                        .or(() -> near(names))
                        .map(near -> " Did you mean `" + near + "`?")
                        .orElseGet(() -> containing(ids));
    }

    private Optional<String> near(List<String> words) {
        return Suggestion.nearest(word, words).filter(near -> Suggestion.isSlip(word, near));
    }

    private String containing(List<String> ids) {
        List<String> longer = ids.stream()
                .filter(id -> word.length() >= SHORTEST_PART && id.contains(word))
                .limit(MOST_EXAMPLES)
                .toList();
        return longer.isEmpty() ? "" : " Known with it: " + String.join(", ", longer) + ".";
    }
}
