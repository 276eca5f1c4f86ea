package dev.transportadvisor.lint;

import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The stretches of one file that must never be shown, and what each looks like. */
final class Secrets {

    /**
     * One of them.
     *
     * @param what what it looks like, with its article
     */
    record Secret(Span span, String what) {}

    private final TreeMap<Integer, Secret> byStart = new TreeMap<>();

    void add(Secret secret) {
        byStart.putIfAbsent(secret.span.start().offset(), secret);
    }

    /** In the order of the text. */
    Collection<Secret> all() {
        return byStart.values();
    }

    /** Those that lie in a stretch of the file, in part at least. */
    Collection<Secret> in(Span span) {
        int start = span.start().offset();
        Map.Entry<Integer, Secret> before = byStart.lowerEntry(start);
        boolean reachesIn = before != null && before.getValue().span.end().offset() > start;
        int from = reachesIn ? before.getKey() : start;
        return byStart.subMap(from, Math.max(from, span.end().offset())).values();
    }

    /** The file as it may be shown. */
    SourceFile hide(SourceFile file) {
        return file.hiding(byStart.values().stream().map(Secret::span).toList());
    }
}
