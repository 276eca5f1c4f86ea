package dev.transportadvisor.questionnaire;

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

    @Override
    default void close() {}
}
