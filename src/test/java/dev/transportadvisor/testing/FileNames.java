package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Java takes the encoding of file names from the locale, and in the C locale has no letters beyond ASCII. */
public final class FileNames {

    private FileNames() {}

    /** For a test that starts Java in the C locale, with the path of a file of the project. */
    public static void assumeJavaOpensInAnyLocale(String path) {
        assumeTrue(
                StandardCharsets.US_ASCII.newEncoder().canEncode(path),
                () -> "Skipped: in the C locale Java cannot open " + path + "; clone into a path of ASCII letters");
    }

    /** For a test that makes such a file. */
    public static void assumeThisLocaleHas(String name) {
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name),
                () -> "Skipped: this locale has no file " + name + "; set LC_ALL to a UTF-8 locale, such as C.UTF-8");
    }
}
