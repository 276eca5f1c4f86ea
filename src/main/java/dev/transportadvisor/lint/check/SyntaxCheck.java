package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import java.util.stream.Stream;

/** Whether the file can be read at all. The reader of the file finds it, so there is nothing left to look for. */
public enum SyntaxCheck implements Check {
    INSTANCE;

    @Override
    public Stream<Finding> findings(Subject subject) {
        return Stream.empty();
    }
}
