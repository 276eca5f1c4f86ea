package dev.transportadvisor.testing;

import java.nio.file.Path;

/** A decision table to test with what holds for any table, so that the built-in one may grow. */
public final class SmallTable {

    /** For {@code --rules}. */
    public static final Path FOLDER = Path.of("src/test/resources/small").toAbsolutePath();

    public static final Path FILE = FOLDER.resolve("transport.yaml");

    private SmallTable() {}
}
