package com.example.slackbot.feature.privatesystems;

import java.util.List;

/** An operation that changes nothing. */
public non-sealed interface Question extends Operation {

    /** @param words that were accepted */
    String answer(List<String> words) throws SystemTrouble;
}
