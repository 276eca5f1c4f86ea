package dev.transportadvisor.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** What a misspelt word was probably meant to be. */
public final class Suggestion {

    private static final int MOST_SLIPS = 2;

    private Suggestion() {}

    /**
     * The allowed word with the fewest edits to the given one: at most a third of its letters, one
     * at least. Swapped neighbours are one edit; case does not count, nor which of {@code -}, {@code _}
     * and space joins the parts of a word.
     */
    public static Optional<String> nearest(String word, Collection<String> allowed) {
        return candidates(word, allowed).stream().map(Candidate::word).findFirst();
    }

    /** The same, but only where no other word is as near. */
    public static Optional<String> onlyNearest(String word, Collection<String> allowed) {
        List<Candidate> candidates = candidates(word, allowed);
        boolean isTie = candidates.size() > 1
                && candidates.get(0).distance == candidates.get(1).distance;
        return isTie ? Optional.empty() : candidates.stream().map(Candidate::word).findFirst();
    }

    /** Whether a word is another with a slip or two of the hand: no more than that many edits. */
    public static boolean isSlip(String word, String meant) {
        return new DamerauLevenshteinDistance(MOST_SLIPS).apply(plain(word), plain(meant)) >= 0;
    }

    private record Candidate(String word, int distance) {}

    /** The words that are near enough, the nearest first. */
    private static List<Candidate> candidates(String word, Collection<String> allowed) {
        String plain = plain(word);
        var edits = new DamerauLevenshteinDistance(Math.max(1, plain.length() / 3));
        return allowed.stream()
                .map(candidate -> new Candidate(candidate, edits.apply(plain, plain(candidate))))
                // -1 stands for "more than the threshold".
                .filter(candidate -> candidate.distance >= 0 && candidate.distance < candidate.word.length())
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .toList();
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** {@code " Did you mean `x`?"}, to stand behind a sentence about the word; empty where no word is near. */
    public static String question(String word, Collection<String> allowed) {
        return nearest(word, allowed).map(near -> " Did you mean `" + near + "`?").orElse("");
    }

    /** {@code "Did you mean `x`? Allowed: x, y."}, the first part only where a word is near. */
    public static String sentence(String word, Collection<String> allowed) {
        String guess = nearest(word, allowed)
                .map(near -> "Did you mean `" + near + "`? ")
                .orElse("");
        return guess + "Allowed: " + allowed.stream().collect(Collectors.joining(", ")) + ".";
    }
}
