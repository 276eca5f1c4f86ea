package dev.transportadvisor.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An input cannot be used; it carries every problem that was found, in the order of the text. */
public final class InputException extends RuntimeException {

    private final transient List<Problem> problems;

    public InputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InputException(Location location, String message) {
        this(List.of(new Problem(Optional.of(location), message)));
    }

    /** For an input without text to point at: a missing file, a directory, a wrong encoding. */
    public InputException(String message) {
        this(List.of(new Problem(Optional.empty(), message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
