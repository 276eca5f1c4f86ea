package dev.transportadvisor.source;

/**
 * A stretch of text by what a report shows of it. Unlike a {@link Location} it keeps nothing else of its file, not even
 * of its line, which may be all of the file: what is found in many files takes no more memory than it says.
 *
 * @param line the line that the stretch begins on, as it may be shown, without its line break; of a long one, the part
 *     around the start
 * @param cut how many characters (code points) of the line stand in front of that part
 */
public record Place(String path, Span span, String line, int cut) {

    /** What fits beside a line number in 80 columns. */
    private static final int MOST = 70;

    static Place of(Location location) {
        SourceFile file = location.file();
        Position start = location.span().start();
        int length = file.lineLength(start.line());
        int column = Math.min(start.column() - 1, length);
        int from = Math.max(0, Math.min(column - MOST / 2, length - MOST));
        String part = file.linePart(start.line(), from, Math.min(length, from + MOST));
        return new Place(file.path(), location.span(), part, from);
    }

    /** {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return link(path, span);
    }

    static String link(String path, Span span) {
        return Quoted.visible(path) + ":" + span.start().line() + ":" + span.start().column();
    }
}
