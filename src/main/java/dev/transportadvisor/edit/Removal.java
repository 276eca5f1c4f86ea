package dev.transportadvisor.edit;

import dev.transportadvisor.source.TextEdit;
import java.util.List;

/**
 * What goes with an entry or item: its lines, the comment behind it, its comma. There are no edits where a line also
 * holds something else.
 */
record Removal(Layout layout) {

    /**
     * Takes away one of several.
     *
     * @param from offset of the first character; in front of the entry where a comment goes as well
     */
    List<TextEdit> of(NodePath gone, int from) {
        List<Extent> siblings = Extent.ofChildren(gone.parent().node());
        if (siblings.size() == 1) {
            return List.of();
        }
        return layout.isFlow(gone.parent().node())
                ? inFlow(siblings, gone.index())
                : inBlock(head(gone, from), siblings.get(gone.index()).end());
    }

    /** The dash in front of an item; an entry has nothing in front. */
    private int head(NodePath gone, int from) {
        int at = from;
        while (gone.entry().isEmpty() && at > 0 && text().charAt(at - 1) == ' ') {
            at--;
        }
        return gone.entry().isEmpty() && text().startsWith("-", at - 1) ? at - 1 : at;
    }

    private List<TextEdit> inBlock(int from, int end) {
        return layout.lines().beginsAt(from) ? lines(from, layout.lines().beforeSpace(end)) : List.of();
    }

    private List<TextEdit> inFlow(List<Extent> siblings, int index) {
        Extent gone = siblings.get(index);
        int comma = layout.lines().behindSpace(gone.end());
        if (text().startsWith(",", comma)
                && layout.lines().beginsAt(gone.start())
                && layout.lines().endsAt(comma + 1)) {
            return lines(gone.start(), comma);
        }
        return index == siblings.size() - 1
                ? lastInFlow(siblings.get(index - 1), gone)
                : cutIfSilent(gone.start(), gone.end(), siblings.get(index + 1).start());
    }

    /** The last one takes the comma in front with it. */
    private List<TextEdit> lastInFlow(Extent previous, Extent gone) {
        int end = layout.lines().endsAt(gone.end()) ? layout.lines().endOf(gone.end()) : gone.end();
        if (!holdsComment(previous.end(), gone.start())) {
            return List.of(cut(previous.end(), end));
        }
        int comma = layout.lines().behindSpace(previous.end());
        boolean hasOwnLines = layout.lines().beginsAt(gone.start()) && layout.lines().endsAt(gone.end());
        return hasOwnLines
                ? List.of(cut(comma, comma + 1), lines(gone.start(), gone.end()).get(0))
                : List.of();
    }

    /** A comment between this one and the next would be lost. */
    private List<TextEdit> cutIfSilent(int start, int end, int next) {
        return holdsComment(end, next) ? List.of() : List.of(cut(start, next));
    }

    private boolean holdsComment(int start, int end) {
        return text().substring(start, end).contains("#");
    }

    /** Whole lines, with the break in front, so that a missing last break stays missing. */
    private List<TextEdit> lines(int start, int end) {
        int first = layout.lines().startOf(start);
        if (first == 0) {
            return List.of(cut(0, layout.lines().nextAfter(end)));
        }
        int last = layout.lines().endOf(end);
        boolean isEndOfText = text().substring(last).isBlank();
        // Blank lines in front would be left at the end of the text.
        int from = isEndOfText
                ? layout.lines().endOf(layout.lines().beforeSpace(first))
                : layout.lines().beforeBreak(first);
        return List.of(cut(from, last));
    }

    private TextEdit cut(int start, int end) {
        return layout.edit(start, end, "");
    }

    private String text() {
        return layout.text();
    }
}
