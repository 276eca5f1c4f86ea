package dev.transportadvisor.source;

/**
 * A place in a file.
 *
 * @param offset 0-based index of the UTF-16 code unit in {@link SourceFile#text()}
 * @param line 1-based line; lines end at LF, CRLF or CR only
 * @param column 1-based column, counted in code points as SARIF's {@code unicodeCodePoints} does
 */
public record Position(int offset, int line, int column) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        return Integer.compare(offset, other.offset);
    }
}
