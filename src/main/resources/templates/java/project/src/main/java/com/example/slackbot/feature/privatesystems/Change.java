package com.example.slackbot.feature.privatesystems;

import java.util.List;

/** An operation with an effect, so that it is confirmed first, and done at most once. */
public non-sealed interface Change extends Operation {

    /**
     * What would happen.
     *
     * @param text for the person who decides
     * @param pin what must be the same when it happens, such as a revision; empty where there is nothing of the kind
     */
    record Offer(String text, String pin) {}

    /**
     * Looks what would happen, and changes nothing.
     *
     * @param words that were accepted
     */
    Offer offer(List<String> words) throws SystemTrouble;

    /**
     * Does it.
     *
     * @param words that were accepted
     * @param pin of what was offered
     * @param by the ids of who asked and who approved, for the system's own records
     * @return what came of it
     */
    String carryOut(List<String> words, String pin, String by) throws SystemTrouble;
}
