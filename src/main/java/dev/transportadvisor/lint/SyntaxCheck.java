package dev.transportadvisor.lint;

import java.util.List;

/** Whether the file can be read at all. The reader of the file finds it, so there is nothing left to look for. */
enum SyntaxCheck implements Check {
    INSTANCE;

    @Override
    public List<Finding> findings(Subject subject) {
        return List.of();
    }
}
