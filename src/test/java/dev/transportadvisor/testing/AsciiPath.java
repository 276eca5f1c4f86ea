package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;

/** Paths that Java opens in every locale. */
public final class AsciiPath {

    private AsciiPath() {}

    /** Java takes the encoding of file names from the locale, and knows no letters beyond ASCII in the C locale. */
    public static void assumeFor(String path) {
        assumeTrue(
                StandardCharsets.US_ASCII.newEncoder().canEncode(path),
                () -> "Skipped: Java cannot open " + path + " in the C locale; clone into a path of ASCII letters");
    }
}
