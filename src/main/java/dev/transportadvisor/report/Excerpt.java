package dev.transportadvisor.report;

import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.Quoted;

/** The line that a location begins on, and carets below the place. */
final class Excerpt {

    /** What fits beside the line number in 80 columns; longer lines are cut around the place. */
    private static final int MOST = 70;

    /** The width of line numbers, up to that of the longest text that is read. */
    private static final int NUMBER = 5;

    private final Style style;

    Excerpt(Style style) {
        this.style = style;
    }

    String format(Location location) {
        Position start = location.span().start();
        Position end = location.span().end();
        int[] line = location.file().line(start.line()).codePoints().toArray();
        int column = Math.min(start.column() - 1, line.length);
        int from = Math.max(0, Math.min(column - MOST / 2, line.length - MOST));
        int to = Math.min(line.length, from + MOST);
        int endColumn = end.line() == start.line() ? end.column() - 1 : column + 1;
        // Tabs and invisible characters take one column each, so that the carets stay below their place.
        String text = Quoted.visible(new String(line, from, column - from)).replace("\\u0009", " ");
        String rest = Quoted.visible(new String(line, column, to - column)).replace("\\u0009", " ");
        int carets = Math.max(1, Math.min(endColumn, to) - column);
        String number = String.valueOf(start.line());
        String gutter = " ".repeat(Math.max(0, NUMBER - number.length())) + number + " | ";
        return style.faint(gutter) + text + rest + "\n" + " ".repeat(gutter.length() + text.length())
                + style.error("^".repeat(carets)) + "\n";
    }
}
