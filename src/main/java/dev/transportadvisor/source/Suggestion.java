package dev.transportadvisor.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a misspelt word was probably meant to be. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The allowed word with the fewest edits to the given one: at most a third of its letters, two
     * at least, so that a transposition in a short word is still found.
     */
    public static Optional<String> nearest(String word, Collection<String> allowed) {
        String lower = word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        int most = Math.max(2, word.length() / 3);
        LevenshteinDistance edits = new LevenshteinDistance(most);
        record Candidate(String word, int distance) {}
        return allowed.stream()
                .map(candidate -> new Candidate(candidate, edits.apply(lower, candidate.toLowerCase(Locale.ROOT))))
                // -1 stands for "more than the threshold".
                .filter(candidate -> candidate.distance >= 0 && candidate.distance < candidate.word.length())
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** {@code "Did you mean `x`? Allowed: x, y."}, the first part only where a word is near. */
    public static String sentence(String word, Collection<String> allowed) {
        String guess = nearest(word, allowed).map(near -> "Did you mean `" + near + "`? ").orElse("");
        return guess + "Allowed: " + allowed.stream().collect(Collectors.joining(", ")) + ".";
    }
}
