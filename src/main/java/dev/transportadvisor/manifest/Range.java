package dev.transportadvisor.manifest;

/**
 * How long a text, how many entries, or how large a number may be, both ends included.
 *
 * @param least 0 where nothing is asked
 * @param most {@link Integer#MAX_VALUE} where nothing is asked
 */
public record Range(int least, int most) {

    /** Takes everything. */
    public static final Range ANY = new Range(0, Integer.MAX_VALUE);

    public boolean contains(int number) {
        return least <= number && number <= most;
    }
}
