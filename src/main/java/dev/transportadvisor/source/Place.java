package dev.transportadvisor.source;

/**
 * A stretch of text by what a report shows of it. Unlike a {@link Location} it keeps nothing else of its file, so that
 * what is found in many files takes no more memory than it says.
 *
 * @param line the line that the stretch begins on, as it may be shown, without its line break
 */
public record Place(String path, Span span, String line) {

    /** {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        Position start = span.start();
        return Quoted.visible(path) + ":" + start.line() + ":" + start.column();
    }
}
