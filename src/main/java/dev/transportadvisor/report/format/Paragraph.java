package dev.transportadvisor.report.format;

import org.apache.commons.text.WordUtils;

/** Text wrapped to a terminal of 80 columns, whatever the real width, so that output is stable. */
public final class Paragraph {

    public static final int WIDTH = 80;

    private Paragraph() {}

    /** Lines that all begin with the same indent. */
    public static String indented(String indent, String text) {
        return hanging(indent, indent, text);
    }

    /** An item of a list. */
    public static String bullet(String text) {
        return hanging("  - ", "    ", text);
    }

    /** A first line behind {@code bullet} and the others behind {@code indent}; both must be equally long. */
    public static String hanging(String bullet, String indent, String text) {
        String wrapped = WordUtils.wrap(text, WIDTH - indent.length(), "\n" + indent, false);
        return bullet + wrapped + "\n";
    }
}
