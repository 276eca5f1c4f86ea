package dev.transportadvisor.lint;

import java.util.List;

/** A kind of check with its parameters: pure, and without a rule's words. */
interface Check {

    /** What is wrong, in any order. */
    List<Finding> findings(Subject subject);
}
