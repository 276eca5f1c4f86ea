package dev.transportadvisor.lint;

/**
 * That something is wrong at a place, in words that fit both a schema's keywords and our rules.
 *
 * @param pointer to the value; to the block around it for an unknown or missing key and a repeated entry
 * @param fault such as {@code "length"} or {@code "missing name"}
 */
record ShapeVerdict(String pointer, String fault) implements Comparable<ShapeVerdict> {

    @Override
    public int compareTo(ShapeVerdict other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return pointer + " " + fault;
    }
}
