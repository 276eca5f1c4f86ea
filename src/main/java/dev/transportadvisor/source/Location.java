package dev.transportadvisor.source;

/** A stretch of text together with the file that it stands in. */
public record Location(SourceFile file, Span span) {

    /** The same without the rest of the file. */
    public Place place() {
        return Place.of(this);
    }

    /** As that of the {@link Place}. */
    @Override
    public String toString() {
        return Place.link(file.path(), span);
    }
}
