package com.example.slackbot.feature.privatesystems;

import java.util.List;

/** Something that is better not done twice: {@code launch now}. */
final class Countdown implements Change {
    private final String name;

    /** How often it was done. */
    int done;

    /** What changes between the question and the click, if anything does. */
    String target = "";

    Countdown(String name) {
        this.name = name;
    }

    @Override
    public String usage() {
        return name + " now";
    }

    @Override
    public boolean accepts(List<String> words) {
        return words.size() == 1;
    }

    @Override
    public Offer offer(List<String> words) throws SystemTrouble {
        if (words.get(0).equals("never")) {
            throw new SystemTrouble("It cannot go off <!channel>.");
        }
        return new Offer("It goes off now" + target + ".", target);
    }

    @Override
    public synchronized String carryOut(List<String> words, String pin, String by) {
        done++;
        if (words.get(0).equals("broken")) {
            throw new IllegalStateException("a mistake in the code");
        }
        return "It is done" + pin + " for " + by;
    }
}
