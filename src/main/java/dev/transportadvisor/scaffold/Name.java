package dev.transportadvisor.scaffold;

/**
 * A text of the template's that gives way to a word of the bot's.
 *
 * @param before what has to stand in front of it and stays; empty where the text is told by itself
 * @param example the word in the template, spelt as it is there
 * @param after what has to stand behind it and stays
 */
record Name(String before, String example, String after, Word is, Spelling as) {

    /** @param text the example, in brackets where it is told by what stands around it: {@code replicas: [2]} */
    static Name of(String text, Word is, Spelling as) {
        int open = text.indexOf('[');
        int close = text.indexOf(']');
        return open < 0 || close < open
                ? new Name("", text, "", is, as)
                : new Name(text.substring(0, open), text.substring(open + 1, close), text.substring(close + 1), is, as);
    }

    boolean isNumber() {
        return example.matches("[0-9]{1,6}");
    }

    /** What is looked for. */
    String text() {
        return before + example + after;
    }

    /** What stands there in a bot. */
    String replacedBy(String word) {
        return before + as.of(word) + after;
    }
}
