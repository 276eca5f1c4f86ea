package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Compares output with a file that holds what it should be. {@code mvn verify -Dgolden.update=true}
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
        assertStory(name, actual, text -> "");
    }

    /** @param ending what of a text is not written anew, since a story that ends otherwise is another story */
    public static void assertStory(String name, String actual, UnaryOperator<String> ending) {
        Path file = path(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                write(file, actual, ending);
            }
            assertTrue(Files.exists(file), file + " is missing; write it with -Dgolden.update=true");
            assertEquals(Files.readString(file), actual, () -> "differs from " + file + HINT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String actual, UnaryOperator<String> ending) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            assertEquals(
                    ending.apply(Files.readString(file)),
                    ending.apply(actual),
                    () -> file + " would end otherwise, so it stays as it is; if that is meant, delete it first");
        }
        Files.writeString(file, actual);
    }
}
