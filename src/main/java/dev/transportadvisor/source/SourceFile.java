package dev.transportadvisor.source;

import java.util.Collection;
import java.util.Optional;

/**
 * The text of one input, with the path as the user gave it, and its lines.
 *
 * <p>Lines end at LF, CRLF and CR as in an editor. YAML parsers also break lines at U+0085, U+2028
 * and U+2029, so their line numbers are never used; positions are computed here from offsets.
 */
public final class SourceFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String path;
    private final String text;
    private final boolean hasByteOrderMark;

    /** What the text says, where it was parsed already. */
    private final Optional<Node> root;

    /** The text as it may be shown, of the same length and with the same line breaks. */
    private final String shown;

    /** Made at the first question for a position, which for a text of the program itself may never come. */
    private LineIndex lines;

    public SourceFile(String path, String text) {
        this(path, text, false);
    }

    /** @param hasByteOrderMark whether one stands in front of the text, of which it is no part */
    public SourceFile(String path, String text, boolean hasByteOrderMark) {
        this(path, text, hasByteOrderMark, Optional.empty(), text);
    }

    private SourceFile(SourceFile file, Optional<Node> root) {
        this(file.path, file.text, file.hasByteOrderMark, root, file.shown);
        lines = file.lines;
    }

    private SourceFile(
            String path, String text, boolean hasByteOrderMark, Optional<Node> root, String shown) {
        this.path = path;
        this.text = text;
        this.hasByteOrderMark = hasByteOrderMark;
        this.root = root;
        this.shown = shown;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The text with its byte order mark, if it has one: what a file must hold. */
    public String content() {
        return hasByteOrderMark ? BYTE_ORDER_MARK + text : text;
    }

    /** The same file with another text. */
    public SourceFile withText(String other) {
        return new SourceFile(path, other, hasByteOrderMark);
    }

    Optional<Node> root() {
        return root;
    }

    /** The same file, with what its text says. */
    SourceFile withRoot(Node parsed) {
        return new SourceFile(this, Optional.of(parsed));
    }

    /** The same file without what {@link DocumentReader#parsed} keeps with it, which takes much more memory. */
    public SourceFile unparsed() {
        return root.isEmpty() ? this : new SourceFile(this, Optional.empty());
    }

    /**
     * The same file, of which some stretches are never shown: {@link #line} has asterisks in their place. Positions and
     * {@link #text} stay as they are.
     */
    public SourceFile hiding(Collection<Span> secrets) {
        StringBuilder masked = new StringBuilder(shown);
        for (Span secret : secrets) {
            for (int i = secret.start().offset(); i < secret.end().offset(); i++) {
                boolean keepsWidth = "\r\n".indexOf(masked.charAt(i)) < 0 && !Character.isSurrogate(masked.charAt(i));
                masked.setCharAt(i, keepsWidth ? '*' : masked.charAt(i));
            }
        }
        return new SourceFile(path, text, hasByteOrderMark, root, masked.toString());
    }

    /** A 1-based line as it may be shown, without its line break. */
    public String line(int number) {
        return lines().line(number);
    }

    /** How many code points a 1-based line has, without its line break. */
    int lineLength(int number) {
        return lines().length(number);
    }

    /** A part of a 1-based line, between two 0-based code points of it, as it may be shown. */
    String linePart(int number, int from, int to) {
        return lines().part(number, from, to);
    }

    /** The position of a 0-based UTF-16 offset; one behind the end of the text is allowed. */
    public Position position(int offset) {
        return lines().position(offset);
    }

    /** The position of a 0-based offset that counts code points instead of UTF-16 code units. */
    public Position positionOfCodePoint(int codePoints) {
        return lines().positionOfCodePoint(codePoints);
    }

    /** The stretch between two 0-based UTF-16 offsets. */
    public Span span(int start, int end) {
        return new Span(position(start), position(end));
    }

    public Location location(Span span) {
        return new Location(this, span);
    }

    @Override
    public String toString() {
        return path;
    }

    private LineIndex lines() {
        // Read once: another thread may be making the same lines, which does no harm.
        LineIndex known = lines;
        if (known == null) {
            known = new LineIndex(shown);
            lines = known;
        }
        return known;
    }
}
