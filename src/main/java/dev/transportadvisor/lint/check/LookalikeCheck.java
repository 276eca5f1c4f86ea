package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import java.util.stream.Stream;

/** Whether the file is a manifest at all. The linter finds it before any other rule is asked. */
public enum LookalikeCheck implements Check {
    INSTANCE;

    @Override
    public Stream<Finding> findings(Subject subject) {
        return Stream.empty();
    }
}
