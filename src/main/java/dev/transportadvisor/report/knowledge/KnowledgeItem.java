package dev.transportadvisor.report.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that is known, as it is listed and explained.
 *
 * @param names what else it is called, on a screen or in a file
 * @param details what there is to say beyond the summary, a paragraph each
 * @param source where it can be read up; empty if it says so itself
 * @param place file, line and column; empty for what no file defines
 * @param samples texts that show what is meant
 */
public record KnowledgeItem(
        String id,
        List<String> names,
        KnowledgeKind kind,
        String summary,
        List<String> details,
        String source,
        String place,
        List<Sample> samples) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Quotes around a word, and what ends a sentence behind it. */
    private static final Pattern AROUND = Pattern.compile("^[`\"“]|[`\"”.:?!]+$");

    /**
     * A text as it stands in a file or on a terminal.
     *
     * @param name short, in kebab case
     * @param title what it shows, without a full stop
     */
    public record Sample(String name, String title, String text) {}

    public KnowledgeItem {
        names = List.copyOf(names);
        details = List.copyOf(details);
        samples = List.copyOf(samples);
    }

    KnowledgeItem(String id, KnowledgeKind kind, String summary, List<String> details, String source, String place) {
        this(id, List.of(), kind, summary, details, source, place, List.of());
    }

    /** The same with other names beside its id. */
    KnowledgeItem alsoCalled(String... others) {
        return new KnowledgeItem(id, List.of(others), kind, summary, details, source, place, samples);
    }

    /** Whether a word names it, whatever its case, its quotes and the full stop behind it. */
    public boolean isCalled(String word) {
        String plain = plain(word);
        return Stream.concat(Stream.of(id), names.stream())
                .map(KnowledgeItem::plain)
                .anyMatch(plain::equals);
    }

    private static String plain(String word) {
        String typed = word.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        return AROUND.matcher(BLANKS.matcher(typed).replaceAll(" ")).replaceAll("");
    }

    /** What narrows a question to this one thing. */
    String reference() {
        return kind.word() + ":" + id;
    }
}
