package dev.transportadvisor.lint.secret;

import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The stretches of one file that must never be shown, and what each looks like. */
public final class Secrets {

    /** How many characters of a secret tell it from other text. */
    private static final int START = 8;

    /** Where a value holds more of them, nothing of it is worth showing, and to mask each takes long. */
    private static final int MANY = 20;

    /**
     * One of them.
     *
     * @param what what it looks like, with its article
     */
    public record Secret(Span span, String what) {}

    private final SourceFile file;
    private final TreeMap<Integer, Secret> byStart = new TreeMap<>();

    public Secrets(SourceFile file) {
        this.file = file;
    }

    public void add(Span span, String what) {
        byStart.putIfAbsent(span.start().offset(), new Secret(span, what));
    }

    /** In the order of the text. */
    public Collection<Secret> all() {
        return byStart.values();
    }

    /** Those that lie in a stretch of the file, in part at least. */
    public Collection<Secret> in(Span span) {
        int start = span.start().offset();
        Map.Entry<Integer, Secret> before = byStart.lowerEntry(start);
        boolean reachesIn = before != null && before.getValue().span.end().offset() > start;
        int from = reachesIn ? before.getKey() : start;
        return byStart.subMap(from, Math.max(from, span.end().offset())).values();
    }

    /** Whether a value stands in the file as it is, without an escape or a fold: the text hides nothing of it. */
    boolean isInText(ScalarNode scalar) {
        int start = scalar.span().start().offset();
        return file.text().startsWith(scalar.text(), start) || file.text().startsWith(scalar.text(), start + 1);
    }

    /** The file as it may be shown. */
    public SourceFile shownFile() {
        return byStart.isEmpty() ? file : file.hiding(byStart.values().stream().map(Secret::span).toList());
    }

    /** A sentence that may repeat stretches of the file, without what must not be shown, and without the rest of it. */
    public String without(String sentence) {
        String safe = sentence;
        for (Secret secret : byStart.values()) {
            String text = textOf(secret);
            safe = safe.replace(text, "***");
            // A long stretch is repeated in part.
            int at = text.length() < START ? -1 : safe.indexOf(text.substring(0, START));
            safe = at < 0 ? safe : safe.substring(0, at) + "***";
        }
        return safe;
    }

    /** The text of a value in the file, with asterisks in place of what must not be shown. */
    public String masked(String value, Span span) {
        if (in(span).size() > MANY) {
            return stars(value);
        }
        String safe = value;
        for (Secret secret : in(span)) {
            String text = textOf(secret);
            // With escapes in it the value reads otherwise than the file.
            safe = safe.contains(text) ? safe.replace(text, stars(text)) : stars(safe);
        }
        return safe;
    }

    private static String stars(String text) {
        return "*".repeat(text.length());
    }

    private String textOf(Secret secret) {
        return file.text().substring(secret.span.start().offset(), secret.span.end().offset());
    }
}
