package com.example.slackbot.feature.privatesystems;

import java.util.List;

/** An operation with an effect, so that it is confirmed first, and done at most once. */
interface Change extends Operation {

    /**
     * Does it.
     *
     * @param words that were accepted
     * @param by the ids of who asked and who approved, for the system's own records
     * @return what came of it
     */
    String carryOut(List<String> words, String by) throws SystemTrouble;
}
