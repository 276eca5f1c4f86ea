package com.example.slackbot.feature.privatesystems;

/** A system did not do what it was asked. The message is one sentence for the person who asked, without any secret. */
public final class SystemTrouble extends Exception {
    private static final long serialVersionUID = 1;

    public SystemTrouble(String sentence) {
        super(sentence);
    }
}
