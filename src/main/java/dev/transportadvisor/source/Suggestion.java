package dev.transportadvisor.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** What a misspelt word was probably meant to be. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The allowed word with the fewest edits to the given one: at most a third of its letters, one
     * at least. Swapped neighbours are one edit; case does not count, nor which of {@code -}, {@code _}
     * and space joins the parts of a word.
     */
    public static Optional<String> nearest(String word, Collection<String> allowed) {
        String plain = plain(word);
        var edits = new DamerauLevenshteinDistance(Math.max(1, plain.length() / 3));
        record Candidate(String word, int distance) {}
        return allowed.stream()
                .map(candidate -> new Candidate(candidate, edits.apply(plain, plain(candidate))))
                // -1 stands for "more than the threshold".
                .filter(candidate -> candidate.distance >= 0 && candidate.distance < candidate.word.length())
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** {@code "Did you mean `x`? Allowed: x, y."}, the first part only where a word is near. */
    public static String sentence(String word, Collection<String> allowed) {
        String guess = nearest(word, allowed)
                .map(near -> "Did you mean `" + near + "`? ")
                .orElse("");
        return guess + "Allowed: " + allowed.stream().collect(Collectors.joining(", ")) + ".";
    }
}
