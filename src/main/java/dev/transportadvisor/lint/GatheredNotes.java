package dev.transportadvisor.lint;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of the notes about one word the first, and of those of one rule about one file the first, which says on which lines
 * the others are: to a reader they are one thing to think about. Suppressions, baselines and what a project has decided
 * about the rules know each by itself, so notes are gathered after those.
 */
public final class GatheredNotes {

    private static final int MOST_STRETCHES = 20;

    private GatheredNotes() {}

    /** @param findings of any files, sorted */
    public static List<Diagnostic> of(List<Diagnostic> findings) {
        Set<Place> noted = new HashSet<>();
        Map<Object, List<Diagnostic>> groups = findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE || noted.add(finding.location()))
                .collect(Collectors.groupingBy(GatheredNotes::group, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(GatheredNotes::one).toList();
    }

    /** What is more than a note is a group by itself. */
    private static Object group(Diagnostic finding) {
        return finding.severity() == Severity.NOTE
                ? List.of(finding.location().path(), finding.rule().id())
                : finding;
    }

    private static Diagnostic one(List<Diagnostic> notes) {
        Diagnostic first = notes.get(0);
        if (notes.size() == 1) {
            return first;
        }
        List<Integer> lines = notes.stream().skip(1).map(GatheredNotes::line).distinct().toList();
        int room = Diagnostic.MOST_CHARACTERS - first.message().length();
        int unlisted = notes.stream().mapToInt(note -> note.count() - 1).sum();
        Diagnostic gathered = lines.equals(List.of(line(first)))
                ? first.because((notes.size() - 1) + " more on this line.")
                : first.because(also(lines, room));
        return gathered.standingFor(1 + unlisted);
    }

    /** {@code "Also on lines 4, 7-9 and 3 more."}, no longer than there is room. */
    private static String also(List<Integer> lines, int room) {
        List<Stretch> stretches = stretches(lines);
        int shown = Math.min(stretches.size(), MOST_STRETCHES);
        while (shown > 1 && sentence(stretches, shown).length() >= room) {
            shown--;
        }
        return sentence(stretches, shown);
    }

    private static String sentence(List<Stretch> stretches, int shown) {
        String first = stretches.stream().limit(shown).map(Stretch::words).collect(Collectors.joining(", "));
        int rest = stretches.stream().skip(shown).mapToInt(Stretch::length).sum();
        boolean isOne = stretches.size() == 1 && stretches.get(0).length() == 1;
        return (isOne ? "Also on line " : "Also on lines ") + first + (rest == 0 ? "." : " and " + rest + " more.");
    }

    /** Lines that follow each other. */
    private record Stretch(int from, int to) {

        int length() {
            return to - from + 1;
        }

        String words() {
            return from == to ? String.valueOf(from) : from + "-" + to;
        }
    }

    private static List<Stretch> stretches(List<Integer> lines) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= lines.size(); at++) {
            if (at == lines.size() || lines.get(at) != lines.get(at - 1) + 1) {
                stretches.add(new Stretch(lines.get(from), lines.get(at - 1)));
                from = at;
            }
        }
        return stretches;
    }

    private static int line(Diagnostic finding) {
        return finding.location().span().start().line();
    }
}
