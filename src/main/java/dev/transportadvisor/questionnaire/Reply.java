package dev.transportadvisor.questionnaire;

/** What a person does when asked. */
public sealed interface Reply {

    /** An answer as an answers file spells it, checked. */
    record Answer(String text) implements Reply {}

    /** Something that is no answer here. */
    record Wrong(String message) implements Reply {}

    /** What can be done instead of answering. */
    enum Command implements Reply {
        EXPLAIN,
        BACK,
        QUIT,
        END_OF_INPUT,
        INTERRUPTED
    }
}
