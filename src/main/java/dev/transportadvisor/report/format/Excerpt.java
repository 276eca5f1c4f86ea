package dev.transportadvisor.report.format;

import dev.transportadvisor.source.Place;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.Quoted;

/** The line that a location begins on, and carets below the place. */
public final class Excerpt {

    /** The width of line numbers, up to that of the longest text that is read. */
    private static final int NUMBER = 5;

    private final Style style;

    public Excerpt(Style style) {
        this.style = style;
    }

    public String format(Place place) {
        Position start = place.span().start();
        Position end = place.span().end();
        String line = place.line();
        int length = line.codePointCount(0, line.length());
        int column = Math.min(start.column() - 1 - place.cut(), length);
        int endColumn = end.line() == start.line() ? end.column() - 1 - place.cut() : column + 1;
        String text = shown(line, 0, column);
        String rest = shown(line, column, length);
        int carets = Math.max(1, Math.min(endColumn, length) - column);
        String number = String.valueOf(start.line());
        String gutter = " ".repeat(Math.max(0, NUMBER - number.length())) + number + " | ";
        return style.faint(gutter) + text + rest + "\n" + " ".repeat(gutter.length() + text.length())
                + style.error("^".repeat(carets)) + "\n";
    }

    /**
     * A stretch between two code points of a line. A tab takes one column, so that the carets stay below their
     * place.
     */
    private static String shown(String line, int from, int to) {
        int start = line.offsetByCodePoints(0, from);
        int end = line.offsetByCodePoints(start, to - from);
        return Quoted.visible(line.substring(start, end)).replace("\\u0009", " ");
    }
}
