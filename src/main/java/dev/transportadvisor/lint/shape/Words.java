package dev.transportadvisor.lint.shape;

import java.util.List;

/** Allowed words in a sentence: all of a few, else the first and how many more there are. */
final class Words {

    private static final int MOST_CHARACTERS = 110;

    private Words() {}

    static String of(List<String> words) {
        String all = String.join(", ", words);
        if (all.length() <= MOST_CHARACTERS) {
            return all;
        }
        int shown = 1;
        while (String.join(", ", words.subList(0, shown + 1)).length() <= MOST_CHARACTERS) {
            shown++;
        }
        return String.join(", ", words.subList(0, shown)) + " and " + (words.size() - shown)
                + " more that Slack's reference lists";
    }
}
