package dev.transportadvisor.questionnaire;

import java.util.Optional;

/** Puts questions to a person. */
public interface Prompter extends AutoCloseable {

    /** Asks until the reply is an answer or a command; it is never {@link Reply.Wrong}. */
    Reply ask(Prompt prompt);

    /** Shows text that asks nothing; it ends with a line break. */
    void say(String text);

    /** Shows a sentence, wrapped to the width that there is. */
    void note(String sentence);

    /** Whether a person sits at the other end. */
    boolean isTerminal();

    /** What was wrong with the last of the lines that were no answer; empty if there was none. */
    default Optional<String> lastWrong() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
