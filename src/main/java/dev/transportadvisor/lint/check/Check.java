package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import java.util.stream.Stream;

/** A kind of check with its parameters: pure, and without a rule's words. */
public interface Check {

    /** What is wrong, in any order. */
    Stream<Finding> findings(Subject subject);
}
