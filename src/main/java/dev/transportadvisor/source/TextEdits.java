package dev.transportadvisor.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Several changes to one text. */
public final class TextEdits {

    /** An insertion comes behind what is taken away in front of it. */
    private static final Comparator<TextEdit> ORDER = Comparator.comparing(
                    (TextEdit edit) -> edit.span().start())
            .thenComparing(edit -> edit.span().end());

    private TextEdits() {}

    /**
     * The text after all changes.
     *
     * @param edits in any order, except that those at one place stand as their replacements shall
     * @throws IllegalArgumentException if two of them overlap
     */
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder changed = new StringBuilder();
        int done = 0;
        for (TextEdit edit : inOrder(edits)) {
            int start = edit.span().start().offset();
            if (start < done) {
                throw new IllegalArgumentException("Two edits overlap at " + edit.span().start());
            }
            changed.append(text, done, start).append(edit.replacement());
            done = edit.span().end().offset();
        }
        return changed.append(text, done, text.length()).toString();
    }

    /** Whether two of them are about the same stretch of text. */
    public static boolean doOverlap(List<TextEdit> edits) {
        List<TextEdit> inOrder = inOrder(edits);
        return IntStream.range(1, inOrder.size())
                .anyMatch(i -> inOrder.get(i).span().start().offset()
                        < inOrder.get(i - 1).span().end().offset());
    }

    /** The edits in the order of the text. */
    public static List<TextEdit> inOrder(List<TextEdit> edits) {
        return edits.stream().sorted(ORDER).toList();
    }

    /** The one edit that makes a file's text into another, as short as it can be. */
    public static TextEdit between(SourceFile before, String after) {
        String text = before.text();
        int shorter = Math.min(text.length(), after.length());
        int start = 0;
        while (start < shorter && text.charAt(start) == after.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < shorter - start
                && text.charAt(text.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        start -= start > 0 && Character.isHighSurrogate(text.charAt(start - 1)) ? 1 : 0;
        same -= same > 0 && Character.isLowSurrogate(text.charAt(text.length() - same)) ? 1 : 0;
        return new TextEdit(before.span(start, text.length() - same), after.substring(start, after.length() - same));
    }
}
