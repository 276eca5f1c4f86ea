package dev.transportadvisor.source;

import java.util.Optional;

/**
 * The text of one input, with the path as the user gave it, and its lines.
 *
 * <p>Lines end at LF, CRLF and CR as in an editor. YAML parsers also break lines at U+0085, U+2028
 * and U+2029, so their line numbers are never used; positions are computed here from offsets.
 */
public final class SourceFile {

    private final String path;
    private final String text;
    private final Optional<Node> root;

    /** Made at the first question for a position, which a text that was parsed by the build may never see. */
    private Lines lines;

    public SourceFile(String path, String text) {
        this(path, text, Optional.empty());
    }

    /** @param root what the text says, where the build has parsed it already */
    SourceFile(String path, String text, Optional<Node> root) {
        this.path = path;
        this.text = text;
        this.root = root;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    Optional<Node> root() {
        return root;
    }

    /** The text of a 1-based line without its line break. */
    public String line(int number) {
        return lines().line(number);
    }

    /** The position of a 0-based UTF-16 offset; one behind the end of the text is allowed. */
    public Position position(int offset) {
        return lines().position(offset);
    }

    /** The position of a 0-based offset that counts code points instead of UTF-16 code units. */
    public Position positionOfCodePoint(int codePoints) {
        return lines().positionOfCodePoint(codePoints);
    }

    public Location location(Span span) {
        return new Location(this, span);
    }

    @Override
    public String toString() {
        return path;
    }

    private Lines lines() {
        // Read once: another thread may be making the same lines, which does no harm.
        Lines known = lines;
        if (known == null) {
            known = new Lines(text);
            lines = known;
        }
        return known;
    }
}
