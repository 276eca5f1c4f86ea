package dev.transportadvisor.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Whole lines of a text that stay only if all features stay that the mark in front of them names. Offsets are 0-based.
 *
 * @param start where the line of the first mark begins
 * @param inner where the line behind it begins
 * @param innerEnd where the line of the last mark begins
 * @param end where the line behind that begins
 */
record Region(int start, int inner, int innerEnd, int end, Set<String> features) {

    /** What is wrong with the marks of a file: no user may ever see that. */
    static final class MarkException extends Exception {
        private static final long serialVersionUID = 1;
        private final int offset;

        MarkException(int offset, String message) {
            super(message);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    /** The regions of a text whose marks are known to be right, in its order. */
    static List<Region> in(String path, String text) {
        try {
            return read(path, text);
        } catch (MarkException e) {
            throw new IllegalStateException(path + ": " + e.getMessage());
        }
    }

    /** The regions of a text in its order; there are none where the kind of file has no comments. */
    static List<Region> read(String path, String text) throws MarkException {
        List<Region> regions = new ArrayList<>();
        Matcher marks = CommentStyle.of(path).map(style -> style.marks(text)).orElse(null);
        Region open = null;
        while (marks != null && marks.find()) {
            boolean begins = marks.group(1).equals("region");
            int next = Math.min(marks.end() + 1, text.length());
            if (begins == (open != null)) {
                throw new MarkException(marks.start(), begins
                        ? "A region cannot lie in another. Close the first one, or name both features in one mark."
                        : "This ends a region that has not begun.");
            }
            if (begins) {
                open = new Region(marks.start(), next, 0, 0, features(marks));
            } else {
                regions.add(new Region(open.start, open.inner, marks.start(), next, open.features));
                open = null;
            }
        }
        if (open != null) {
            throw new MarkException(open.start, "This region has no end.");
        }
        return regions;
    }

    private static Set<String> features(Matcher mark) throws MarkException {
        List<String> names = List.of(mark.group(2).strip().split("[ \\t]+"));
        if (names.contains("") || Set.copyOf(names).size() < names.size()) {
            throw new MarkException(mark.start(), "A mark names the features that need the region, each once.");
        }
        return Set.copyOf(names);
    }
}
