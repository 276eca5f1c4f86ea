package dev.transportadvisor.source;

/** A stretch of text together with the file that it stands in. */
public record Location(SourceFile file, Span span) {

    /** {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        Position start = span.start();
        return Quoted.visible(file.path()) + ":" + start.line() + ":" + start.column();
    }
}
