package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares output with a file that holds what it should be. {@code mvn test -Dgolden.update=true}
 * writes the files anew; read the difference before it is committed.
 */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");

    private static final String HINT = "; if that is meant, -Dgolden.update=true writes it anew";

    private Golden() {}

    public static Path path(String name) {
        return ROOT.resolve(name);
    }

    public static void assertMatches(String name, String actual) {
        Path file = path(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertTrue(Files.exists(file), file + " is missing; write it with -Dgolden.update=true");
            assertEquals(Files.readString(file), actual, () -> "differs from " + file + HINT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
