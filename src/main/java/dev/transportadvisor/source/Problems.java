package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects what is wrong with one file, so that all of it can be reported at once. */
public final class Problems {

    private final SourceFile file;
    private final List<Problem> found = new ArrayList<>();

    public Problems(SourceFile file) {
        this.file = file;
    }

    public void at(Span span, String message) {
        found.add(new Problem(Optional.of(file.location(span)), message));
    }

    public Location location(Span span) {
        return file.location(span);
    }

    /** The allowed item that a word names; a word that names none is a problem. */
    public <T> Optional<T> choose(String key, ScalarNode word, Collection<T> allowed, Function<T, String> name) {
        Optional<T> chosen = allowed.stream()
                .filter(item -> name.apply(item).equals(word.text()))
                .findFirst();
        if (chosen.isEmpty()) {
            at(
                    word.span(),
                    Quoted.of(word.text()) + " is not allowed in `" + key + "`. "
                            + Suggestion.sentence(
                                    word.text(), allowed.stream().map(name).toList()));
        }
        return chosen;
    }

    /** A collector whose problems nobody will see: they follow from one that was reported already. */
    Problems discarded() {
        return new Problems(file);
    }

    /** @throws InputException with the problems in the order of the text, if there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            // A value that stands in several places through an alias is wrong once.
            throw new InputException(found.stream()
                    .distinct()
                    .sorted(Comparator.comparing(
                            problem -> problem.location().orElseThrow().span().start()))
                    .toList());
        }
    }
}
