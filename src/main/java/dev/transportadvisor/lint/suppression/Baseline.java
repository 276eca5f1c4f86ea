package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.diagnostic.Diagnostic;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The findings that were there when a project began to check its manifests. */
public record Baseline(SortedSet<Entry> entries) {

    /**
     * One of them, whatever line it has moved to.
     *
     * @param file relative to the folder of the baseline, with {@code /} between its parts
     * @param pointer JSON Pointer (RFC 6901) to the value in question
     */
    public record Entry(String file, String rule, String pointer) implements Comparable<Entry> {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::file).thenComparing(Entry::rule).thenComparing(Entry::pointer);

        public static Entry of(String file, Diagnostic finding) {
            return new Entry(file, finding.rule().id(), finding.pointer());
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    public static Baseline of(Collection<Entry> entries) {
        return new Baseline(new TreeSet<>(entries));
    }

    /** Entries for which nothing is found any more, among those of the files that were looked at. */
    public List<Entry> stale(Collection<Entry> found, Set<String> lookedAt) {
        return entries.stream()
                .filter(entry -> lookedAt.contains(entry.file()) && !found.contains(entry))
                .toList();
    }

    /** What is found now, and what is known of files that were not looked at. */
    public Baseline renewed(Collection<Entry> found, Set<String> lookedAt) {
        return of(Stream.concat(
                        entries.stream().filter(entry -> !lookedAt.contains(entry.file())), found.stream())
                .toList());
    }
}
